package io.poseidon.workbench.query;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Explanations;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// That another question was asked than the one that was written: the text as written, what was decided of it, and what
/// was asked instead.
public record Repaired(String from, Decision decision, Repair repair) {

    /// As machines read it; `rule` is empty where the question was not refused.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("from", from);
        facts.put("sql", repair.sql());
        facts.put("effect", new Explanations(Locale.ENGLISH).effect(repair));
        facts.put(
                "rule",
                decision instanceof Decision.Refuse refuse ? refuse.rule().name() : "");
        return facts;
    }
}
