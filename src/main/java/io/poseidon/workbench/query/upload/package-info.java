/// An asker's own tables: read from files in the types that a policy or the file itself declares, known by what is in
/// them.
@NullMarked
package io.poseidon.workbench.query.upload;

import org.jspecify.annotations.NullMarked;
