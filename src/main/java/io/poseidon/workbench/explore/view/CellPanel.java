package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The inspector: one cell with its interval, the other measures, and how it was protected.
final class CellPanel {

    private final ExploreModel model;
    private final Words words;
    private final Panel panel;

    CellPanel(ExploreModel model, Words words) {
        this.model = model;
        this.words = words;
        this.panel = new Panel(words.text("cell"));
        model.chosenProperty().addListener(observable -> show());
        model.stateProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    Panel node() {
        return panel;
    }

    private void show() {
        var content = panel.content().getChildren();
        content.clear();
        var table = model.table();
        var chosen = model.chosenProperty().get();
        if (table.isEmpty() || chosen.isEmpty()) {
            content.add(new EmptyState(Feather.MOUSE_POINTER, words.text("no-cell"), words.text("no-cell.text")));
            return;
        }
        content.add(figure(table.get(), chosen.get()));
        content.add(measures(table.get(), chosen.get()));
        content.add(protection(table.get()));
    }

    private Node figure(CellTable table, CellTable.Row row) {
        var place = Labels.muted(String.join(" · ", row.values()));
        if (row.measures().isEmpty()) {
            return Panel.block(
                    place, Labels.section(words.text("suppressed")), Labels.paragraph(words.text("why-hidden")));
        }
        var formats = Formats.in(words.language());
        int last = table.schema().measures().size() - 1;
        double value = row.measures().get().get(last);
        var amounts = Amounts.of(table.schema().measures().get(last), Math.abs(value), formats);
        var line = Labels.row(Labels.figure(fixed(amounts.value(value))), Labels.muted(amounts.plusMinus()));
        var low = amounts.value(value - amounts.half());
        var high = amounts.value(value + amounts.half());
        return Panel.block(place, line, Labels.muted(words.text("interval", low, high)));
    }

    private Node measures(CellTable table, CellTable.Row row) {
        var facts = Facts.aligned();
        var formats = Formats.in(words.language());
        for (int i = 0; i < table.schema().measures().size(); i++) {
            var column = table.schema().measures().get(i);
            var text = words.now("hidden");
            if (row.measures().isPresent()) {
                var amounts = Amounts.of(column, Math.abs(row.measures().get().get(i)), formats);
                text = amounts.whole(row.measures().get().get(i));
            }
            facts.add(fixed(column.name()), text);
        }
        return Panel.block(Labels.strong(words.text("all-measures")), facts);
    }

    private Node protection(CellTable table) {
        var formats = Formats.in(words.language());
        var facts = Facts.aligned();
        var origin = model.queries().map(open -> open.provenance().facts()).orElse(Map.of());
        table.schema()
                .measures()
                .forEach(column -> facts.add(fixed(column.name()), "σ " + formats.compact(column.sigma())));
        facts.add(words.text("cohort"), "≥ " + origin.getOrDefault("poseidon.k", ""));
        facts.add(words.text("threshold"), origin.getOrDefault("poseidon.threshold", ""));
        facts.add(words.text("rho"), "ρ " + origin.getOrDefault("poseidon.rho", ""));
        var head = Labels.row(
                Labels.strong(words.text("protected")), Labels.spring(), Icons.of(Feather.SHIELD, 16, "priv"));
        return Panel.block(head, facts, Labels.paragraph(words.text("target")));
    }

    private static ReadOnlyStringWrapper fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
