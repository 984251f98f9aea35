package io.poseidon.workbench.query.view.history;

import io.poseidon.workbench.query.History;
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
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Tooltip;

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
        return row.onOpen(() -> tabs.show(entry.sql()));
    }

    private String tip(History.Entry entry) {
        var ended = words.now("history.ended." + entry.outcome());
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
