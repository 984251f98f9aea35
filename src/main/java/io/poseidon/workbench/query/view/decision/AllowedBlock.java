package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What may be asked: for each table of the policy its columns, its functions and the smallest group that is shown.
final class AllowedBlock {

    private static final double NAMES = 72;

    private final Words words;
    private final Venue open;

    AllowedBlock(Words words, Venue open) {
        this.words = words;
        this.open = open;
    }

    Node node() {
        var tables = new VBox(12);
        open.policy().tables().values().forEach(table -> tables.getChildren().add(table(table)));
        return Panel.block(tables);
    }

    private Node table(Table table) {
        var name = Labels.mono(table.name());
        name.getStyleClass().add("strong");
        return new VBox(8, Labels.row(Labels.strong(words.text("may-ask")), name), facts(table));
    }

    private Facts facts(Table table) {
        var facts = Facts.listed(NAMES);
        return switch (table) {
            case Table.Cells cells -> {
                var sealed = open.provenance().facts();
                yield facts.add(words.text("may.columns"), columns(cells))
                        .add(words.text("may.functions"), words.text("may.functions.cells"))
                        .add(
                                words.text("may.k"),
                                words.text(
                                        "may.k.cells",
                                        sealed.getOrDefault("poseidon.k", ""),
                                        sealed.getOrDefault("poseidon.threshold", "")));
            }
            case Table.Rows rows ->
                facts.add(
                                words.text("may.group"),
                                String.join(", ", rows.dimensions().keySet()))
                        .add(
                                words.text("may.measures"),
                                String.join(", ", rows.measures().keySet()))
                        .add(words.text("may.aggregates"), aggregates(rows))
                        .add(words.text("may.k"), words.text("may.k.rows", rows.minimumCohort()))
                        .add(words.text("may.number"), number());
            case Table.Own own ->
                facts.add(
                        words.text("may.columns"),
                        String.join(", ", own.columns().keySet()));
        };
    }

    /// What one number of every group costs.
    private String number() {
        return open.policy()
                .budget()
                .map(budget ->
                        Formats.in(words.language()).rho(budget.perNumber().toDouble()))
                .map(rho -> words.now("may.number.text", rho))
                .orElse("");
    }

    /// In the order of the purchase.
    private String columns(Table.Cells cells) {
        return open.schemas().stream()
                .filter(schema -> schema.table().equalsIgnoreCase(cells.name()))
                .flatMap(schema -> schema.columns().stream())
                .map(column -> column.name())
                .filter(cells.columns()::containsKey)
                .collect(Collectors.joining(", "));
    }

    private static String aggregates(Table.Rows rows) {
        return rows.aggregates().stream()
                .sorted()
                .map(aggregate -> switch (aggregate) {
                    case COUNT -> "count";
                    case COUNT_DISTINCT_IDENTITY -> "count(distinct " + rows.identity() + ")";
                    case SUM -> "sum";
                    case AVG -> "avg";
                })
                .collect(Collectors.joining(", "));
    }
}
