package io.poseidon.workbench.app.command.text;

import io.poseidon.workbench.query.theatre.Advantage;
import io.poseidon.workbench.query.theatre.Performance;
import io.poseidon.workbench.query.theatre.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The theatre's bill: one line for each scene and shard.
public final class TheatreText {

    private TheatreText() {}

    public static String table(List<Performance> performances, Locale language) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("scene", "source", "shard", "advantage", "interval", "rho", "epsilon", "most").stream()
                .map(column -> Scene.word(language, "column." + column))
                .toList());
        for (var performance : performances) {
            add(lines, performance, language);
        }
        int trials = performances.getFirst().real().advantage().trials();
        var broken = performances.stream()
                .filter(performance -> !performance.isKept())
                .map(performance -> performance.scene().title(language))
                .collect(Collectors.joining(", "));
        var verdict = broken.isEmpty() ? Scene.word(language, "kept") : Scene.word(language, "broken", broken);
        return columns(lines) + "\n\n" + Scene.word(language, "note", trials) + "\n" + verdict;
    }

    private static void add(List<List<String>> lines, Performance performance, Locale language) {
        var scene = performance.scene();
        var title = scene.title(language);
        var source = scene.source();
        for (var act : performance.weak()) {
            var name = Scene.name(act.weakness().orElseThrow(), language);
            lines.add(List.of(title, source, name, value(act.advantage()), interval(act.advantage()), "", "", ""));
            title = "";
            source = "";
        }
        var advantage = performance.real().advantage();
        var promise = performance.promise();
        lines.add(List.of(
                "",
                "",
                Scene.protectedName(language),
                value(advantage),
                interval(advantage),
                number("%.4f", promise.rho()),
                number("%.2f", promise.epsilon()),
                number("%.2f", promise.atMost())));
    }

    private static String value(Advantage advantage) {
        return number("%.2f", advantage.value());
    }

    private static String interval(Advantage advantage) {
        return number("%.2f", advantage.low()) + " .. " + number("%.2f", advantage.high());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value).replaceFirst("^-(0\\.0*)$", "$1");
    }

    private static String columns(List<List<String>> lines) {
        var widths = new int[lines.getFirst().size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], QueryText.width(line.get(i)));
            }
        }
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            text.append(line.get(i)).append(" ".repeat(widths[i] - QueryText.width(line.get(i)) + 2));
        }
        return text.toString().stripTrailing();
    }
}
