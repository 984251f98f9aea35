package io.poseidon.workbench.query.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import io.poseidon.workbench.query.text.Difference;
import java.util.List;
import java.util.Locale;

/// A preflight as JSON: the decision's fields, `cost`, `reads`, `suppressed`, `audit`, `intervals` and `offers`.
public final class PreflightDocument {

    private static final Explanations ENGLISH = new Explanations(Locale.ENGLISH);

    private PreflightDocument() {}

    public static void fill(ObjectNode into, Preflight ahead) {
        DecisionDocument.fill(into, ahead.decision());
        facts(into, ahead);
        var offers = into.putArray("offers");
        ahead.offers().forEach(offer -> offer(offers.addObject(), offer));
    }

    /// Of an answer in which no group is shown: what a group needs, and coarser questions.
    public static void nothingShown(ObjectNode into, Preflight repeated) {
        var needs = into.putObject("needs");
        List.of(Rule.COHORT, Rule.DOMINANCE).forEach(rule -> needs.put(rule.name(), ENGLISH.needs(rule)));
        var offers = into.putArray("offers");
        repeated.offers().forEach(offer -> offer(offers.addObject(), offer));
    }

    private static void facts(ObjectNode into, Preflight ahead) {
        cost(into.putObject("cost"), ahead.cost());
        var reads = into.putArray("reads");
        ahead.reads()
                .forEach(read -> reads.addObject().put("table", read.table()).put("cells", read.cells()));
        suppressed(into.putObject("suppressed"), ahead.suppressed());
        into.put("audit", word(ahead.audit()));
        var intervals = into.putArray("intervals");
        ahead.widths().forEach(width -> width(intervals.addObject(), width));
    }

    private static void offer(ObjectNode into, Offer offer) {
        into.put("sql", offer.sql()).put("effect", ENGLISH.effect(offer.repair()));
        into.put("decision", offer.preflight().decision().word());
        facts(into, offer.preflight());
        var difference = into.putObject("difference");
        spans(difference.putArray("removed"), offer.difference().removed());
        spans(difference.putArray("added"), offer.difference().added());
    }

    private static void spans(ArrayNode into, List<Difference.Span> spans) {
        spans.forEach(span -> into.addArray().add(span.start()).add(span.length()));
    }

    private static void cost(ObjectNode into, Cost cost) {
        switch (cost) {
            case Cost.Nothing ignored -> into.put("rho", "0").put("epsilon", "0");
            case Cost.Charged charged -> {
                into.put("rho", charged.rho().toString())
                        .put("epsilon", charged.epsilon().epsilon().toPlainString())
                        .put("delta", charged.delta().toString())
                        .put("repeated", charged.repeated());
                into.put("spent", charged.spent().toString())
                        .put("after", charged.after().toString())
                        .put("allowance", charged.allowance().toString())
                        .put("left", charged.left().toString())
                        .put("epsilonAfter", charged.epsilonAfter().epsilon().toPlainString());
                charged.missing()
                        .ifPresentOrElse(missing -> into.put("missing", missing), () -> into.putNull("missing"));
            }
        }
    }

    private static void suppressed(ObjectNode into, Suppression suppressed) {
        switch (suppressed) {
            case Suppression.Known known ->
                into.put("share", known.share())
                        .put("hidden", known.hidden())
                        .put("cells", known.all())
                        .put("hiddenGroups", known.hiddenGroups())
                        .put("groups", known.groups());
            case Suppression.Expected expected ->
                into.put("least", expected.least())
                        .put("most", expected.most())
                        .put("groups", expected.groups())
                        .put("basis", word(expected.basis()));
            case Suppression.Unknown unknown -> into.put("unknown", word(unknown.reason()));
        }
    }

    private static void width(ObjectNode into, Width width) {
        into.put("column", width.column());
        width.unit().ifPresentOrElse(unit -> into.put("unit", unit), () -> into.putNull("unit"));
        switch (width.extent()) {
            case Width.Exact ignored -> into.put("exact", true);
            case Width.Half half ->
                into.putObject("half")
                        .put("least", half.least())
                        .put("middle", half.middle())
                        .put("most", half.most())
                        .put("lost", half.lost());
            case Width.AtMost most ->
                into.putObject("atMost").put("half", most.half()).put("people", most.people());
            case Width.Untold ignored -> into.put("unknown", "until-an-answer");
            case Width.Unknown unknown -> into.put("unknown", word(unknown.reason()));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
