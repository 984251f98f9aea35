/// The place where a sealed file is put together before it is moved to its own, and the clearing away of what killed
/// processes left there. Never holds plaintext.
@NullMarked
package io.poseidon.workbench.bundle.workshop;

import org.jspecify.annotations.NullMarked;
