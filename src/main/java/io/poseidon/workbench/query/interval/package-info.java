/// How far a number computed from noisy cells may be from the same number of the bounded totals: which results have a
/// sound 95 % interval, and the interval. The target is the cells shown; what suppression and clamping hide is not in
/// it.
@NullMarked
package io.poseidon.workbench.query.interval;

import org.jspecify.annotations.NullMarked;
