package io.poseidon.workbench.sealing.spec;

/// Why a row of contributions is left out. A row is counted once, under the first reason that applies in this order.
public enum Rejection {
    /// The contributor, a dimension, the period or a measure is empty.
    MISSING("missing"),
    /// A number is no number.
    UNPARSABLE("unparsable"),
    /// Outside the period of the edition.
    OUT_OF_PERIOD("outOfPeriod"),
    /// A value that the dimension does not declare.
    OUT_OF_DOMAIN("outOfDomain"),
    /// The same contributor's same row once more.
    DUPLICATE("duplicate");

    private final String key;

    Rejection(String key) {
        this.key = key;
    }

    /// As specifications and reports name it.
    public String key() {
        return key;
    }
}
