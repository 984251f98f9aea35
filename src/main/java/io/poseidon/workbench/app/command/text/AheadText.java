package io.poseidon.workbench.app.command.text;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.cases.PreflightDocument;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the query command says before anything is asked, and when it asks something else.
public final class AheadText {

    private static final Explanations ENGLISH = new Explanations(Locale.ENGLISH);

    private AheadText() {}

    /// The exit code is that of the question itself: refused or not.
    public static int dryRun(Output output, Preflight ahead) {
        var document = Output.object().put("dryRun", true);
        PreflightDocument.fill(document, ahead);
        output.document(document, String.join("\n", lines(ahead)));
        return ahead.decision().mayRun() ? 0 : Kind.REFUSED.exitCode();
    }

    /// After an answer in which no group is shown: what a group needs, and coarser questions. From the ledger, in which
    /// the question now is one that was asked before; nothing of it is news.
    public static void nothingShown(Output output, Preflight repeated) {
        output.say("poseidon: no group is shown; each is empty, too small or too uneven");
        output.say("  COHORT needs: " + ENGLISH.needs(Rule.COHORT));
        output.say("  DOMINANCE needs: " + ENGLISH.needs(Rule.DOMINANCE));
        repeated.offers()
                .forEach(offer -> output.say("  instead: " + offer.sql() + " (" + ENGLISH.effect(offer.repair())
                        + "; cost: " + cost(offer.preflight().cost()) + ")"));
    }

    /// Whether no group of the question that was just asked is shown.
    public static boolean isNothingShown(Preflight repeated) {
        return repeated.suppressed() instanceof Suppression.Expected expected && expected.least() == 1;
    }

    private static List<String> lines(Preflight ahead) {
        var lines = new ArrayList<String>();
        lines.add("decision: " + ahead.decision().word() + ". " + ENGLISH.why(ahead.decision()));
        if (ahead.decision() instanceof Decision.Refuse refuse) {
            refuse.findings()
                    .forEach(finding -> lines.add("  " + finding.rule() + " at line "
                            + finding.place().line() + ", column "
                            + finding.place().column()));
            lines.add("needs: " + ENGLISH.needs(refuse.rule()));
        }
        lines.add("cost: " + cost(ahead.cost()));
        ahead.reads().forEach(read -> lines.add("reads: " + read.cells() + " declared cells of " + read.table()));
        lines.add("missing: " + suppressed(ahead.suppressed()));
        audit(ahead.audit()).ifPresent(said -> lines.add("audit: " + said));
        ahead.widths().forEach(width -> lines.add("interval: " + width.column() + " " + width(width)));
        ahead.offers()
                .forEach(offer -> lines.add("instead: " + offer.sql() + "\n  " + ENGLISH.effect(offer.repair())
                        + "; cost: " + cost(offer.preflight().cost()) + "; missing: "
                        + suppressed(offer.preflight().suppressed())));
        return lines;
    }

    private static String cost(Cost cost) {
        return switch (cost) {
            case Cost.Nothing ignored -> "nothing";
            case Cost.Charged charged
            when charged.missing().isPresent() ->
                "rho " + charged.rho() + ", which " + charged.missing().get() + " does not cover; left "
                        + charged.left();
            case Cost.Charged charged when charged.repeated() -> "nothing, it was told before; left " + charged.left();
            case Cost.Charged charged ->
                "rho " + charged.rho() + " (" + charged.epsilon() + "); then spent " + charged.after() + " of "
                        + charged.allowance() + " (" + charged.epsilonAfter() + ")";
        };
    }

    private static String suppressed(Suppression suppressed) {
        return switch (suppressed) {
            case Suppression.Known known ->
                known.hidden() + " of " + known.all() + " cells (" + percent(known.share()) + "), "
                        + known.hiddenGroups() + " of " + known.groups() + " groups";
            case Suppression.Expected expected
            when expected.least() == expected.most() ->
                percent(expected.most()) + " of " + expected.groups() + " groups, as before";
            case Suppression.Expected expected ->
                percent(expected.least()) + " to " + percent(expected.most()) + " of " + expected.groups() + " groups";
            case Suppression.Unknown unknown -> "unknown: " + reason(unknown.reason());
        };
    }

    private static String reason(Suppression.Reason reason) {
        return switch (reason) {
            case REFUSED -> "it will not be answered";
            case NOTHING_KNOWN -> "no earlier answer says anything about these groups";
            case SHAPE -> "not known for joins, inner queries and set operations";
            case SELECTED -> "the cells are chosen by their noisy values";
            case TOO_LARGE -> "too many declared cells";
            case NO_TABLE -> "no table is read";
        };
    }

    private static String width(Width width) {
        return switch (width.extent()) {
            case Width.Exact ignored -> "exact";
            case Width.Half half when half.least() == half.most() -> "± " + number(half.middle()) + unit(width);
            case Width.Half half ->
                "± " + number(half.middle()) + " (" + number(half.least()) + " to " + number(half.most()) + ")"
                        + unit(width);
            case Width.AtMost most ->
                "at most ± " + number(most.half()) + unit(width) + " in a group of " + most.people()
                        + " people, less in larger ones";
            case Width.Untold ignored -> "not known until there is an answer";
            case Width.Unknown unknown ->
                "not known before: "
                        + unknown.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static Optional<String> audit(Preflight.Audit audit) {
        return switch (audit) {
            case NONE -> Optional.empty();
            case CLEAR -> Optional.of("nothing that was told before makes it refuse");
            case DEPENDS -> Optional.of("SPAN may refuse, at full cost: it depends on which groups are shown");
            case WITHHELD -> Optional.of("it gave no answer when it was asked before");
            case OPENS -> Optional.of("SPAN will refuse, at full cost, once its groups are shown");
        };
    }

    private static String unit(Width width) {
        return width.unit().map(unit -> " " + unit).orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.4g" : "%.0f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// Said on standard error, whatever the answer is printed as.
    public static void repaired(Output output, Repaired repaired) {
        output.say("poseidon: repaired: " + ENGLISH.why(repaired.decision()));
        output.say("  asked instead: " + repaired.repair().sql());
        output.say("  which " + ENGLISH.effect(repaired.repair()));
    }
}
