package io.poseidon.workbench.query.view.history;

import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.view.question.PastQuestions.Ended;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.KeyCap;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.SearchField;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What was asked before: searched, filtered by how it ended, opened again in a tab by a click or Enter,
/// asked again by Ctrl+Enter or from the menu of the entry.
public final class HistoryPanel extends VBox {

    private static final int SHOWN = 100;

    private final QueryTabs tabs;
    private final Words words;
    private final HistoryRows rows;
    private final SearchField search;
    private final VBox entries = new VBox();

    public HistoryPanel(QueryTabs tabs, Words words) {
        this.tabs = tabs;
        this.words = words;
        this.rows = new HistoryRows(tabs, words);
        var past = tabs.past();
        search = new SearchField(words.text("history.search"));
        search.field().textProperty().bindBidirectional(past.searchProperty());
        search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::fromSearch);
        var ended = ended();
        var tools = new VBox(8, search, ended);
        tools.getStyleClass().add("history-tools");
        var head = Labels.row(Labels.bound(words.text("history"), "t12", "strong"), Labels.spring(), new KeyCap("F8"));
        head.getStyleClass().addAll("panel-header");
        var list = Panel.scrolling(entries);
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().addAll("panel", "panel-below");
        getChildren().addAll(head, tools, list);
        past.found().addListener((ListChangeListener<History.Entry>) change -> show());
        tabs.shownProperty().flatMap(tab -> tab.textProperty()).addListener((property, before, now) -> mark());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    private ChoiceBox<Ended> ended() {
        var ended = new ChoiceBox<Ended>();
        ended.setId("history-ended");
        ended.setMaxWidth(Double.MAX_VALUE);
        ended.accessibleTextProperty().bind(words.text("history.ended"));
        ended.getItems().setAll(Ended.values());
        words.languageProperty().subscribe(language -> ended.setConverter(new Named(words)));
        ended.valueProperty().bindBidirectional(tabs.past().endedProperty());
        return ended;
    }

    private static final class Named extends StringConverter<Ended> {

        private final Words words;

        Named(Words words) {
            this.words = words;
        }

        @Override
        public String toString(Ended ended) {
            return words.now("history." + ended);
        }

        @Override
        public Ended fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }

    /// Where a search is typed.
    public void focus() {
        search.field().requestFocus();
        search.field().selectAll();
    }

    private void show() {
        var found = tabs.past().found();
        entries.getChildren().setAll(found.stream().limit(SHOWN).map(rows::of).toList());
        if (found.isEmpty()) {
            boolean none = tabs.past().all().isEmpty();
            entries.getChildren().add(remark(words.now(none ? "history.none" : "history.no-match")));
        } else if (found.size() > SHOWN) {
            entries.getChildren().add(remark(words.now("history.more", found.size() - SHOWN)));
        }
        mark();
    }

    private static Node remark(String text) {
        var remark = Labels.wrapping(Labels.muted(text));
        remark.getStyleClass().add("history-remark");
        return remark;
    }

    private void mark() {
        var now = tabs.shown().textProperty().get().strip();
        var marked = false;
        for (var node : entries.getChildren()) {
            if (node instanceof ListRow row && row.getUserData() instanceof History.Entry entry) {
                boolean same = !marked && entry.sql().strip().equals(now);
                row.selected(same);
                marked |= same;
            }
        }
    }

    private void fromSearch(KeyEvent event) {
        var rows = entries.getChildren().stream()
                .filter(ListRow.class::isInstance)
                .map(ListRow.class::cast)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            rows.getFirst().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && rows.getFirst().getUserData() instanceof History.Entry entry) {
            tabs.show(entry.sql());
            event.consume();
        }
    }
}
