package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/// What can be done on the query screen, by key and palette. Page and side are there once the screen was shown.
record QueryActions(
        Words words,
        QueryTabs tabs,
        Supplier<Optional<QueryPage>> page,
        Supplier<Optional<QuerySide>> side,
        Takeaway takeaway) {

    List<Action> all() {
        return List.of(
                Action.of(
                        "query.run",
                        words.text("run"),
                        Feather.PLAY,
                        "Shortcut+Enter",
                        () -> tabs.shown().run()),
                Action.of(
                        "query.cancel",
                        words.text("cancel"),
                        Feather.X,
                        "Shortcut+Period",
                        () -> tabs.shown().cancel()),
                Action.of(
                        "query.history",
                        words.text("history"),
                        Feather.CLOCK,
                        "F8",
                        () -> side.get().ifPresent(QuerySide::focusHistory)),
                Action.of(
                        "query.own",
                        words.text("own.add"),
                        Feather.USER_PLUS,
                        () -> side.get().ifPresent(QuerySide::addOwn)),
                Action.of(
                        "query.place",
                        words.text("next-place"),
                        Feather.SLASH,
                        "F2",
                        () -> page.get().ifPresent(main -> main.shown().nextPlace())),
                Action.of(
                        "query.focus",
                        words.text("editor-result"),
                        Feather.REPEAT,
                        "Shortcut+E",
                        () -> page.get().ifPresent(main -> main.shown().toggleFocus())),
                Action.of(
                        "query.repair",
                        words.text("use-rewrite"),
                        Feather.EDIT_2,
                        "Shortcut+R",
                        () -> tabs.shown().useRepair()),
                Action.of("query.export", words.text("export"), Feather.DOWNLOAD, "Shortcut+Shift+E", takeaway::export),
                Action.of("query.evidence", words.text("evidence"), Feather.FILE_TEXT, takeaway::evidence),
                Action.of("query.tab.new", words.text("tab.new"), Feather.PLUS, "Shortcut+T", () -> tabs.open("")),
                Action.of(
                        "query.tab.reopen",
                        words.text("tab.reopen"),
                        Feather.ROTATE_CCW,
                        "Shortcut+Shift+T",
                        tabs::reopen),
                Action.of(
                        "query.tab.close",
                        words.text("tab.close"),
                        Feather.X,
                        "Shortcut+W",
                        () -> tabs.close(tabs.shown())),
                Action.of(
                        "query.tab.next",
                        words.text("tab.next"),
                        Feather.CHEVRON_RIGHT,
                        "Shortcut+Page_Down",
                        () -> tabs.step(1)),
                Action.of(
                        "query.tab.back",
                        words.text("tab.back"),
                        Feather.CHEVRON_LEFT,
                        "Shortcut+Page_Up",
                        () -> tabs.step(-1)));
    }

    /// With those that change the place that is asked.
    List<Action> with(VenueChoice choice) {
        var places = List.of(
                Action.of(
                        "query.venue",
                        words.text("venue.choose"),
                        Feather.MAP_PIN,
                        "Shortcut+Shift+A",
                        () -> page.get().ifPresent(QueryPage::chooseVenue)),
                Action.of("query.venue.next", words.text("venue.next"), Feather.REPEAT, "F7", choice::step),
                Action.of(
                        "query.venue.open",
                        words.text("venue.open"),
                        Feather.FOLDER,
                        () -> page.get().ifPresent(QueryPage::openShard)));
        return Stream.concat(all().stream(), places.stream()).toList();
    }
}
