package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws one own table: its rows, columns and fingerprint, or what stands in its way and what can be done.
final class OwnTableRows {

    private final Words words;
    private final OwnTablesModel model;
    private final Consumer<String> insert;
    private final Consumer<OwnTable> choose;

    OwnTableRows(Words words, OwnTablesModel model, Consumer<String> insert, Consumer<OwnTable> choose) {
        this.words = words;
        this.model = model;
        this.insert = insert;
        this.choose = choose;
    }

    Stream<Node> of(OwnTable table) {
        return switch (table) {
            case OwnTable.Here here -> here(here).stream();
            case OwnTable.Reading reading ->
                Stream.concat(before(reading), Stream.of(head(reading, StateMark.RUNNING, words.now("own.reading"))));
            case OwnTable.Changed changed -> Stream.concat(before(changed), Stream.of(changed(changed)));
            case OwnTable.Broken broken -> Stream.concat(before(broken), Stream.of(broken(broken)));
        };
    }

    /// What questions see while something else is asked of the person.
    private Stream<Node> before(OwnTable table) {
        return table.used().map(this::here).stream().flatMap(List::stream);
    }

    private List<Node> here(OwnTable.Here here) {
        var nodes = new ArrayList<Node>();
        var upload = here.upload();
        var row = new ListRow(28, Icons.of(Feather.USER, 14, "accent"), fixed(upload.name()))
                .trailing(Labels.muted(words.count("own.rows", upload.rows())));
        row.getStyleClass().add("table-row");
        Tooltip.install(row, new Tooltip(here.file().toString()));
        nodes.add(row.onOpen(() -> insert.accept(upload.name())));
        upload.columns().forEach((column, type) -> {
            var line = new ListRow(24, icon(type), fixed(column)).trailing(Labels.muted(word(type)));
            line.getStyleClass().add("column-row");
            nodes.add(line.onOpen(() -> insert.accept(column)));
        });
        nodes.add(foot(here));
        return nodes;
    }

    private Node foot(OwnTable.Here here) {
        var digest = Labels.mono(Titles.digest(here.upload().digest()));
        digest.getStyleClass().add("muted");
        digest.setTooltip(new Tooltip("SHA-256 " + here.upload().digest()));
        var line = Labels.row(
                digest,
                Labels.spring(),
                Buttons.smallIcon(Feather.REFRESH_CW, words.text("own.replace"), () -> choose.accept(here)),
                Buttons.smallIcon(Feather.X, words.text("own.remove"), () -> model.remove(here)));
        var foot = new VBox(Labels.wrapping(Labels.caption(words.text(sent() ? "own.sent" : "own.stays"))), line);
        foot.getStyleClass().add("own-foot");
        return foot;
    }

    private Node head(OwnTable table, StateMark mark, String state) {
        var row = new ListRow(28, mark.node(14), fixed(table.name())).trailing(Labels.muted(state));
        row.getStyleClass().add("table-row");
        return row;
    }

    private Node changed(OwnTable.Changed changed) {
        var text = words.text(
                sent() ? "own.changed.rows" : "own.changed.text",
                changed.name(),
                Titles.digest(changed.before()),
                Titles.digest(changed.fresh().digest()));
        var keep = words.text(changed.used().isPresent() ? "own.keep" : "own.remove");
        return placed(new Note(Tone.WARNING, words.text(sent() ? "own.frozen" : "own.changed"), text)
                .actions(
                        Buttons.small(words.text(sent() ? "own.use.rows" : "own.use"), () -> model.accept(changed)),
                        Buttons.small(keep, () -> model.dismiss(changed))));
    }

    private boolean sent() {
        return model.kind() == OwnPlace.Kind.ROWS;
    }

    private Node broken(OwnTable.Broken broken) {
        var code = Labels.mono(broken.problem().code());
        code.getStyleClass().addAll("s", "muted");
        var away = words.text(broken.used().isPresent() ? "own.keep" : "own.remove");
        return placed(new Note(Tone.DANGER, words.message(broken.problem()), words.next(broken.problem()))
                .and(code)
                .actions(
                        Buttons.small(words.text("own.other"), () -> choose.accept(broken)),
                        Buttons.small(away, () -> model.dismiss(broken))));
    }

    private static Node placed(Note note) {
        var place = new VBox(note);
        place.getStyleClass().add("own-note");
        return place;
    }

    private String whole(long number) {
        return Formats.in(words.language()).whole(number);
    }

    private static String word(ColumnType type) {
        return type == ColumnType.OTHER ? "text" : type.name().toLowerCase(Locale.ROOT);
    }

    private static Feather icon(ColumnType type) {
        return switch (type) {
            case TEXT, OTHER -> Feather.TYPE;
            case INTEGER, DOUBLE, DECIMAL -> Feather.HASH;
            case BOOLEAN -> Feather.TOGGLE_LEFT;
            case DATE, TIMESTAMP -> Feather.CALENDAR;
        };
    }

    private static ReadOnlyStringWrapper fixed(String text) {
        return new ReadOnlyStringWrapper(text);
    }
}
