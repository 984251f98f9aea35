package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.history.HistoryPanel;
import io.poseidon.workbench.query.view.history.TablesPanel;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import io.poseidon.workbench.query.view.own.OwnTablesPanel;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The side panel: the tables that can be asked about, the person's own beside them, and what was asked before. Files
/// that are dropped on the tables become own tables.
final class QuerySide extends VBox {

    private final HistoryPanel history;
    private final List<OwnTablesPanel> yours;

    /// `insert` puts a name into the editor.
    QuerySide(QueryTabs tabs, List<OwnTablesModel> own, Words words, Consumer<String> insert) {
        history = new HistoryPanel(tabs, words);
        yours = own.stream()
                .map(model -> new OwnTablesPanel(words, model, insert, beside(tabs, model)))
                .toList();
        var tables = new Panel(words.text("tables"), new TablesPanel(tabs.venue(), words, insert));
        VBox.setVgrow(tables, Priority.ALWAYS);
        yours.forEach(panel -> {
            tables.content().getChildren().add(panel);
            panel.dropsOn(tables);
        });
        getChildren().addAll(tables, history);
        getStylesheets().add(String.valueOf(QuerySide.class.getResource("query.css")));
    }

    /// Whether what the tables lie beside is asked: a purchase stays open while a shard is.
    private static ObservableValue<Boolean> beside(QueryTabs tabs, OwnTablesModel model) {
        return switch (model.kind()) {
            case CELLS ->
                tabs.venue()
                        .map(venue ->
                                venue.filter(PurchaseQueries.class::isInstance).isPresent());
            case ROWS -> tabs.venue().map(venue -> venue.flatMap(Venue::purse).isPresent());
        };
    }

    /// Files that fall on `node` become own tables too.
    void dropsOn(Node node) {
        yours.forEach(panel -> panel.dropsOn(node));
    }

    /// Where a search of old questions is typed.
    void focusHistory() {
        history.focus();
    }

    /// Asks for an own table, where there is something to lay it beside.
    void addOwn() {
        yours.stream().filter(OwnTablesPanel::takes).findFirst().ifPresent(OwnTablesPanel::choose);
    }
}
