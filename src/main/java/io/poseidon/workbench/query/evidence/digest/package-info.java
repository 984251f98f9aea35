/// Digests of whole results, of any size, by what their rows say and not by the file they stand in. Its face is
/// [ResultDigest].
@NullMarked
package io.poseidon.workbench.query.evidence.digest;

import org.jspecify.annotations.NullMarked;
