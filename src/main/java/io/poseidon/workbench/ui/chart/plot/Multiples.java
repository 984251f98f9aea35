package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import java.util.ArrayList;
import java.util.List;

/// Small plots under each other, each with its name: where more than six lines would lie over each other. Give them one
/// axis across; say in the footer whether each has its own scale.
public record Multiples(List<Part> parts) implements Plot {

    public record Part(String name, Plot plot) {}

    private static final double NAME = 16;

    public Multiples {
        parts = List.copyOf(parts);
    }

    @Override
    public void draw(Sheet sheet) {
        for (int i = 0; i < parts.size(); i++) {
            double y = y(sheet, i);
            sheet.pen()
                    .words(
                            parts.get(i).name(),
                            0,
                            y + 12,
                            Lettering.small(sheet.color(Token.TEXT)).strong());
            parts.get(i).plot().draw(part(sheet, i));
        }
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < parts.size(); i++) {
            double down = y(sheet, i) + NAME;
            parts.get(i)
                    .plot()
                    .readings(part(sheet, i))
                    .forEach(one -> readings.add(new Reading(one.x(), one.y() + down, one.words())));
        }
        return readings;
    }

    private double y(Sheet sheet, int part) {
        return Math.rint(sheet.height() * part / parts.size());
    }

    private Sheet part(Sheet sheet, int part) {
        double top = y(sheet, part) + NAME;
        return sheet.part(0, top, sheet.width(), y(sheet, part + 1) - top);
    }
}
