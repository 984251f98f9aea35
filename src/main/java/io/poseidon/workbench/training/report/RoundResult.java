package io.poseidon.workbench.training.report;

import io.poseidon.workbench.training.metrics.BinaryMetrics;
import java.time.Duration;

/// One finished round: the mean loss met in local training, the new model's figures on the joint holdout of the shards
/// that answered, and the new model's digest.
public record RoundResult(
        int round, int shards, double trainingLoss, BinaryMetrics holdout, Duration took, String model) {}
