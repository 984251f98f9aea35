package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.text.Difference;

/// Another question near the one that was written: what it changes, what it would bring, and where the texts differ.
public record Offer(Decision.Repair repair, Preflight preflight, Difference difference) {

    public String sql() {
        return repair.sql();
    }
}
