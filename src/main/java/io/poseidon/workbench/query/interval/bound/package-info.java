/// Lower bounds for sums of people in which somebody can be counted several times, carried from the SELECT that adds up
/// through those around it. Where none can be had soundly it says so.
@NullMarked
package io.poseidon.workbench.query.interval.bound;

import org.jspecify.annotations.NullMarked;
