/// What a trusted signer states, drawn: versions, manifest, parts, fingerprints. Knows records and no state.
@NullMarked
package io.poseidon.workbench.bundle.view.signed;

import org.jspecify.annotations.NullMarked;
