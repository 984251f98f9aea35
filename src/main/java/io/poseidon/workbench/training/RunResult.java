package io.poseidon.workbench.training;

import io.poseidon.workbench.training.report.RunReport;
import java.util.Optional;

/// The end of a run: its report, and the model after the last whole round where there was one.
public record RunResult(RunReport report, Optional<TrainedModel> model) {}
