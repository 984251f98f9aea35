/// Prices that earn most without arbitrage: exact, relaxed, from a survey, and what a price list earns by simulation.
@NullMarked
package io.poseidon.workbench.pricing.revenue;

import org.jspecify.annotations.NullMarked;
