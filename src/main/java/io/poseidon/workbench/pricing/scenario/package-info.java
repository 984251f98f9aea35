/// What-if over the menu of one edition: multipliers, prices set by hand, verdicts, guard rails, expected revenue.
@NullMarked
package io.poseidon.workbench.pricing.scenario;

import org.jspecify.annotations.NullMarked;
