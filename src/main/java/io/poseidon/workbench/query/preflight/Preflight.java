package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.interval.Interval;
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
        List<Offer> offers,
        Audit audit) {

    private static final double THIN = 0.1;

    public Preflight {
        reads = List.copyOf(reads);
        widths = List.copyOf(widths);
        offers = List.copyOf(offers);
    }

    /// Declared cells of a table that the question is about.
    public record Reads(String table, long cells) {}

    /// What the audit of released groups would say. It reads sets of declared cells only; which groups are shown is all
    /// that is not known before.
    public enum Audit {
        /// There is none, or it cannot be made before: cells, people from uploads.
        NONE,
        /// It refuses nothing, whichever groups are shown.
        CLEAR,
        /// It depends on which groups are shown.
        DEPENDS,
        /// It depends on that, and the same question was asked before and gave no answer.
        WITHHELD,
        /// It refuses (SPAN) when all groups are shown, at full cost.
        OPENS;

        /// Whether it will not be answered, as far as can be told.
        public boolean isAgainst() {
            return this == WITHHELD || this == OPENS;
        }
    }

    /// Of a question that will not be answered.
    public static Preflight refused(Decision.Refuse refusal, Cost cost) {
        return new Preflight(
                refusal,
                cost,
                List.of(),
                new Suppression.Unknown(Suppression.Reason.REFUSED),
                List.of(),
                List.of(),
                Audit.NONE);
    }

    /// Whether a good part of the answer will be missing or lost in noise.
    public boolean isThin() {
        return missing() > THIN;
    }

    /// The share of the answer that will be missing or lost in noise, as far as is known.
    public double missing() {
        double hidden = switch (suppressed) {
            case Suppression.Known known when known.groups() > 0 -> (double) known.hiddenGroups() / known.groups();
            case Suppression.Known ignored -> 0;
            case Suppression.Expected expected -> (expected.least() + expected.most()) / 2;
            case Suppression.Unknown ignored -> 0;
        };
        return hidden + (1 - hidden) * lost();
    }

    /// Of the numbers that are shown, the share that noise dominates, in the worst column.
    private double lost() {
        return widths.stream()
                .mapToDouble(width -> switch (width.extent()) {
                    case Width.Exact ignored -> 0;
                    case Width.Half half -> half.lost();
                    case Width.AtMost ignored -> 0;
                    case Width.Untold ignored -> 0;
                    case Width.Unknown(Interval.Reason reason) -> reason == Interval.Reason.NOISE_DOMINATES ? 1 : 0;
                })
                .max()
                .orElse(0);
    }

    public Preflight with(List<Offer> others) {
        return new Preflight(decision, cost, reads, suppressed, widths, others, audit);
    }
}
