package io.poseidon.workbench.query.gate;

import java.util.Arrays;
import java.util.Optional;

/// Whose word a record is.
public enum Attestation {
    /// The person who asked signs for themselves: proves that they said so at the time, not that it is true.
    SELF("self-attested"),
    /// The holder of the rows signs what it answered.
    SHARD("shard-signed");

    private final String word;

    Attestation(String word) {
        this.word = word;
    }

    /// As it stands in a record.
    public String word() {
        return word;
    }

    /// By its word.
    public static Optional<Attestation> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
