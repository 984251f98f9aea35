package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.quality.Check;
import io.poseidon.workbench.quality.QualityReport;
import io.poseidon.workbench.quality.Score;
import java.util.Locale;

/// A quality report as JSON and as lines.
public final class QualityText {

    private QualityText() {}

    public static void add(ObjectNode json, QualityReport report) {
        json.put("composite", report.composite());
        interval(json.putObject("compositeInterval"), report.compositeInterval());
        json.put("weakest", report.weakest().dimension().id());
        var scores = json.putArray("scores");
        for (var score : report.scores()) {
            var entry = scores.addObject()
                    .put("dimension", score.dimension().id())
                    .put("value", score.value())
                    .put("formula", score.formula().in(Locale.ENGLISH))
                    .put("evidence", score.evidence().in(Locale.ENGLISH));
            score.interval().ifPresent(interval -> interval(entry.putObject("interval"), interval));
        }
        var checks = json.putArray("checks");
        for (var check : report.checks()) {
            checks.addObject()
                    .put("id", check.id())
                    .put("state", name(check))
                    .put("passed", check.passed())
                    .put("examined", check.examined());
        }
        report.representativeness()
                .ifPresent(people -> json.put("population", people.population().source(Locale.ENGLISH)));
    }

    public static String of(String table, QualityReport report) {
        var text = new StringBuilder();
        text.append("%s: composite %.3f, weakest %s%n"
                .formatted(
                        table, report.composite(), report.weakest().dimension().id()));
        for (var score : report.scores()) {
            text.append("  %-19s %.3f %-15s %s; %s%n"
                    .formatted(
                            score.dimension().id(),
                            score.value(),
                            score.interval()
                                    .map(interval -> "%.3f–%.3f".formatted(interval.low(), interval.high()))
                                    .orElse("exact"),
                            score.formula().in(Locale.ENGLISH),
                            score.evidence().in(Locale.ENGLISH)));
        }
        for (var check : report.checks()) {
            text.append("  %-8s %s: %s%n"
                    .formatted(
                            name(check),
                            check.title().in(Locale.ENGLISH),
                            check.evidence().in(Locale.ENGLISH)));
        }
        return text.toString();
    }

    private static void interval(ObjectNode json, Score.Interval interval) {
        json.put("low", interval.low()).put("high", interval.high());
    }

    private static String name(Check check) {
        return check.state().name().toLowerCase(Locale.ROOT);
    }
}
