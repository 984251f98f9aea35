package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Texts;
import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.Decision.Repair;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// Decisions in sentences. Immutable; any thread.
public final class Explanations {

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    public Explanations(Locale locale) {
        var name = Explanations.class.getPackageName() + ".words";
        this.texts = ResourceBundle.getBundle(name, locale, Explanations.class.getClassLoader(), ROOT_IS_ENGLISH);
    }

    /// Why it is decided so; several sentences where there are several reasons.
    public String why(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> text("allow", "");
            case Decision.Filter filter -> text("filter", String.valueOf(cohort(filter.reading())));
            case Decision.Warn warn -> cautions(warn);
            case Decision.Refuse refuse ->
                refuse.findings().stream().map(this::of).distinct().collect(Collectors.joining(" "));
        };
    }

    /// What could be misread in the answer; empty where nothing could.
    public String cautions(Decision decision) {
        return decision.cautions().stream().map(this::of).distinct().collect(Collectors.joining(" "));
    }

    private static int cohort(Reading reading) {
        return reading.questions().stream()
                .mapToInt(question -> question.table().minimumCohort())
                .max()
                .orElse(0);
    }

    /// A reason may have a sentence of its own.
    public String of(Finding finding) {
        var own = "rule." + finding.rule() + "." + named(finding);
        if (texts.containsKey(own)) {
            return texts.getString(own);
        }
        return tidy(text("rule." + finding.rule(), finding.subject()));
    }

    public String of(Caution caution) {
        return text("caution." + caution.kind(), caution.subject());
    }

    /// That an upper bound is shown without its lower one, and why.
    public String boundless() {
        return texts.getString("caution.OVERLAP.boundless");
    }

    /// What a question would need in place of what the rule stands against.
    public String needs(Rule rule) {
        return texts.getString("needs." + rule);
    }

    /// As above, where a reason has a sentence of its own.
    public String needs(Finding finding) {
        var own = "needs." + finding.rule() + "." + named(finding);
        return texts.containsKey(own) ? texts.getString(own) : needs(finding.rule());
    }

    /// What a rule stands against may have no name: an inner query, VALUES.
    private static String named(Finding finding) {
        return finding.subject().isEmpty() ? "(unnamed)" : finding.subject();
    }

    /// What a repair changes, as one sentence without its full stop.
    public String effect(Repair repair) {
        return repair.effects().stream()
                .map(effect -> tidy(text("change." + effect.change(), effect.subject())))
                .collect(Collectors.joining(", "));
    }

    private String text(String key, String subject) {
        return Texts.fill(texts.getString(key), List.of(subject));
    }

    /// A gap that stays empty leaves no brackets behind.
    private static String tidy(String text) {
        return text.replace(" ()", "").replace("()", "").strip();
    }
}
