package io.poseidon.workbench.training;

import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.ModelState;

/// A model that came out of a run, with the plan that says what its columns and its label mean.
public record TrainedModel(Plan plan, ModelState state) {}
