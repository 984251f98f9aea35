package io.poseidon.workbench.sealing.release;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A release as CSV: a heading `version.column` for each array, one line for each cell in the order of the declared
/// domain, whole numbers in steps.
public final class ReleaseText {

    private ReleaseText() {}

    public static byte[] write(Release release, SealSpec spec) {
        var text = new StringBuilder(String.join(",", headings(spec))).append('\n');
        for (int cell = 0; cell < release.cells(); cell++) {
            for (int version = 0; version < release.versions(); version++) {
                for (int column = 0; column < release.columns(); column++) {
                    text.append(version + column == 0 ? "" : ",").append(release.value(version, column, cell));
                }
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Reads what [#write] wrote for the same specification.
    public static Release read(byte[] bytes, SealSpec spec) {
        int columns = spec.measures().size() + 1;
        int cells = Math.toIntExact(spec.cells());
        var values = new long[spec.versions().size()][columns][cells];
        var lines = new String(bytes, StandardCharsets.US_ASCII).lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(String.join(",", headings(spec)))) {
            throw unreadable();
        }
        for (int cell = 0; cell < cells; cell++) {
            if (!lines.hasNext()) {
                throw unreadable();
            }
            fill(values, cell, lines.next().split(",", -1));
        }
        return new Release(values);
    }

    private static void fill(long[][][] values, int cell, String[] numbers) {
        int columns = values[0].length;
        if (numbers.length != values.length * columns) {
            throw unreadable();
        }
        for (int i = 0; i < numbers.length; i++) {
            values[i / columns][i % columns][cell] = Long.parseLong(numbers[i]);
        }
    }

    private static List<String> headings(SealSpec spec) {
        var headings = new ArrayList<String>();
        for (var version : spec.versions()) {
            headings.add(version.name() + ".contributors");
            spec.measures().forEach(measure -> headings.add(version.name() + "." + measure.name()));
        }
        return headings;
    }

    private static Problem unreadable() {
        return Problem.of(Kind.INPUT, ReleaseText.class, "release-unreadable");
    }
}
