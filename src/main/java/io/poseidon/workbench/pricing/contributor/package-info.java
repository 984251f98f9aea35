/// What contributors' data is worth and how they are paid: semivalues, nearest-neighbour Shapley values, gradients,
/// payouts, reputation.
@NullMarked
package io.poseidon.workbench.pricing.contributor;

import org.jspecify.annotations.NullMarked;
