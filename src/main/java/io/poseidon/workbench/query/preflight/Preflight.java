package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.policy.Decision;
import java.util.List;

/// What asking a question would bring, before anything of it runs. Computed from the domain, the policy, past answers
/// and cells the asker holds; never from rows, so it costs nothing and tells nothing.
///
/// `widths` holds one entry for each column of the answer, where the columns are known; `offers` the nearest other
/// questions, each of them decided and looked ahead to in the same way (without offers of its own), the nearest first.
public record Preflight(
        Decision decision,
        Cost cost,
        List<Reads> reads,
        Suppression suppressed,
        List<Width> widths,
        List<Offer> offers) {

    public Preflight {
        reads = List.copyOf(reads);
        widths = List.copyOf(widths);
        offers = List.copyOf(offers);
    }

    /// Declared cells of a table that the question is about.
    public record Reads(String table, long cells) {}

    public Preflight with(List<Offer> others) {
        return new Preflight(decision, cost, reads, suppressed, widths, others);
    }
}
