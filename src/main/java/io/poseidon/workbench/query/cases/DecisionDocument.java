package io.poseidon.workbench.query.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Place;
import java.util.Locale;
import java.util.Optional;

/// A decision as JSON: `decision`, `rule`, `rules` with their places, `why`, `repair`.
public final class DecisionDocument {

    private static final Explanations ENGLISH = new Explanations(Locale.ENGLISH);

    private DecisionDocument() {}

    public static void fill(ObjectNode into, Decision decision) {
        into.put("decision", decision.word());
        switch (decision) {
            case Decision.Refuse refuse -> {
                into.put("rule", refuse.rule().name());
                var rules = into.putArray("rules");
                refuse.findings()
                        .forEach(finding -> place(
                                rules.addObject().put("rule", finding.rule().name()), finding.place()));
                repair(into, ENGLISH.why(refuse), refuse.repair());
                into.put("needs", ENGLISH.needs(refuse.findings().getFirst()));
            }
            case Decision.Warn warn -> {
                into.putNull("rule");
                into.putArray("rules");
                var cautions = into.putArray("cautions");
                warn.cautions()
                        .forEach(caution -> place(
                                cautions.addObject()
                                        .put("caution", caution.kind().name()),
                                caution.place()));
                repair(into, ENGLISH.why(warn), warn.repair());
            }
            case Decision.Allow allow -> plain(into, allow);
            case Decision.Filter filter -> plain(into, filter);
        }
    }

    private static void plain(ObjectNode into, Decision decision) {
        into.putNull("rule");
        into.putArray("rules");
        repair(into, ENGLISH.why(decision), Optional.empty());
    }

    private static void place(ObjectNode into, Place place) {
        into.put("line", place.line()).put("column", place.column()).put("length", place.length());
    }

    private static void repair(ObjectNode into, String why, Optional<Repair> repair) {
        into.put("why", why);
        if (repair.isPresent()) {
            into.putObject("repair").put("sql", repair.get().sql()).put("effect", ENGLISH.effect(repair.get()));
        } else {
            into.putNull("repair");
        }
    }
}
