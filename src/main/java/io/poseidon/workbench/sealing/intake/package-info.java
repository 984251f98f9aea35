/// Rows of contributions in, exact bounded totals out: cleaning, counting what is rejected, bounding what one
/// contributor adds. Set operations of the engine throughout, so that thirty million rows are a matter of seconds.
@NullMarked
package io.poseidon.workbench.sealing.intake;

import org.jspecify.annotations.NullMarked;
