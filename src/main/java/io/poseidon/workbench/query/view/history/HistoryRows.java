package io.poseidon.workbench.query.view.history;

import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.view.question.PastQuestions.Ended;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Draws a question that was asked before: how it ended, its first line, when and where it was.
final class HistoryRows {

    private final QueryTabs tabs;
    private final Words words;

    HistoryRows(QueryTabs tabs, Words words) {
        this.tabs = tabs;
        this.words = words;
    }

    /// Opens the question in a tab.
    ListRow of(History.Entry entry) {
        var row = new ListRow(44, mark(entry).node(14), new ReadOnlyStringWrapper(Titles.of(entry.sql())))
                .detail(new ReadOnlyStringWrapper(words.now("history.at", when(entry.at()), entry.dataset())));
        row.setUserData(entry);
        row.accessibleHelpProperty().set(words.now("history.ended." + entry.outcome()));
        Tooltip.install(row, Buttons.tooltip(new ReadOnlyStringWrapper(tip(entry))));
        var menu = menu(entry);
        row.setOnContextMenuRequested(event -> {
            menu.show(row, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> again(event, entry));
        return row.onOpen(() -> tabs.show(entry.sql()));
    }

    private ContextMenu menu(History.Entry entry) {
        return new ContextMenu(
                item("history.open", () -> tabs.show(entry.sql())),
                item("history.again", () -> tabs.ask(entry.sql())),
                item("history.copy", () -> copy(entry.sql())));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(words.now(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void again(KeyEvent event, History.Entry entry) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            tabs.ask(entry.sql());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(entry.sql());
            event.consume();
        }
    }

    private static void copy(String sql) {
        var content = new ClipboardContent();
        content.putString(sql);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String tip(History.Entry entry) {
        var ended = words.now("history.ended." + entry.outcome());
        if (entry.outcome().equals("answered")) {
            var remarks = Stream.of(Ended.FILTERED, Ended.WARNED, Ended.REPAIRED)
                    .filter(remark -> remark.holds(entry))
                    .map(remark -> words.now("history." + remark));
            return Stream.concat(Stream.of(ended), remarks).collect(Collectors.joining(" · "));
        }
        return entry.detail().isEmpty() ? ended : ended + ": " + entry.detail();
    }

    /// The time of day, or the day where that is another one.
    private String when(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        var formats = Formats.in(words.language());
        var newest = tabs.past().all().getFirst().at().atZone(ZoneId.systemDefault());
        boolean sameDay = local.toLocalDate().equals(newest.toLocalDate());
        return sameDay ? formats.time(local.toLocalTime()) : day(local.toLocalDate());
    }

    private String day(LocalDate date) {
        return words.now("history.day", date.getMonthValue(), date.getDayOfMonth());
    }

    private static StateMark mark(History.Entry entry) {
        return switch (entry.outcome()) {
            case "answered" -> entry.decision().equals("warn") ? StateMark.WARNING : StateMark.DONE;
            case "refused" -> StateMark.REFUSED;
            case "cancelled" -> StateMark.SKIPPED;
            default -> StateMark.FAILED;
        };
    }
}
