package io.poseidon.workbench.training.round;

/// The steps of a run, in order; training and evaluation repeat each round.
public enum Phase {
    INVITE,
    PREPARE,
    TRAIN,
    EVALUATE,
    FINISH
}
