/// The lowest layer of a sealed file: JSON read strictly, and the strict ZIP profile. Knows bytes and sizes, nothing
/// of purchases. Whatever does not fit is the problem `damaged` with the place.
@NullMarked
package io.poseidon.workbench.bundle.format;

import org.jspecify.annotations.NullMarked;
