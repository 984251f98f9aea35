/// The discrete Gaussian, drawn exactly on integers and rationals, and the bits it is drawn from. Uses model; the
/// accounts of what noise costs are in `account`.
@NullMarked
package io.poseidon.workbench.privacy;

import org.jspecify.annotations.NullMarked;
