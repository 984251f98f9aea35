/// Price rules of single goods: bonding curves, constant product, and textbook monopoly prices. Floating point, for
/// comparison only; no verdict rests on them.
@NullMarked
package io.poseidon.workbench.pricing.market;

import org.jspecify.annotations.NullMarked;
