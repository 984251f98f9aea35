package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The asker's own tables in the list of tables: what each holds and where it goes; added by a button or by dropping
/// files here, replaced, removed.
public final class OwnTablesPanel extends VBox {

    private static final String[] KINDS = {"*.csv", "*.tsv", "*.parquet", "*.arrow", "*.arrows", "*.feather"};

    private final Words words;
    private final OwnTablesModel model;
    private final OwnTableRows rows;
    private final VBox list = new VBox();

    /// `insert` puts a name into the editor; `beside` says whether what the tables lie beside is asked.
    public OwnTablesPanel(Words words, OwnTablesModel model, Consumer<String> insert, ObservableValue<Boolean> beside) {
        this.words = words;
        this.model = model;
        this.rows = new OwnTableRows(words, model, insert, this::chooseFor);
        getStyleClass().add("own-tables");
        var add = Buttons.smallIcon(Feather.PLUS, words.text("own.add"), this::choose);
        add.setId("own-add");
        add.visibleProperty().bind(model.place().map(Optional::isPresent));
        var head = Labels.row(Panel.heading(words.text("own.title")), Labels.spring(), add);
        head.getStyleClass().add("own-head");
        getChildren().addAll(head, list);
        heightProperty().subscribe(this::reveal);
        visibleProperty().bind(beside);
        managedProperty().bind(visibleProperty());
        model.tables().addListener((ListChangeListener<OwnTable>) change -> show());
        model.place().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    /// Asks for a file and adds it.
    public void choose() {
        file().ifPresent(file -> model.add(List.of(file)));
    }

    /// Whether a table would be taken now.
    public boolean takes() {
        return isVisible() && model.place().getValue().isPresent();
    }

    /// Files that fall on `node` are own tables, but purchases among them, which fall through to the window, and a
    /// folder.
    public void dropsOn(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (isForUs(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (isForUs(event) && !event.isDropCompleted()) {
                var tables = tables(event);
                model.add(tables);
                event.setDropCompleted(true);
                if (tables.size() == files(event).size()) {
                    event.consume();
                }
            }
        });
    }

    private boolean isForUs(DragEvent event) {
        return takes() && !tables(event).isEmpty() && files(event).stream().noneMatch(Files::isDirectory);
    }

    private static List<Path> tables(DragEvent event) {
        return files(event).stream().filter(file -> !isPurchase(file)).toList();
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    private static boolean isPurchase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".poseidon");
    }

    private Optional<Path> file() {
        return FileDialogs.open(this, words.now("own.kinds"), KINDS);
    }

    private void chooseFor(OwnTable table) {
        file().ifPresent(file -> model.replace(table, file));
    }

    /// What asks the person something stands last, where it is scrolled to.
    private void show() {
        if (model.tables().isEmpty()) {
            list.getChildren().setAll(nothing());
            return;
        }
        var asking = model.tables().stream().filter(OwnTablesPanel::isAsking);
        var quiet = model.tables().stream().filter(table -> !isAsking(table));
        list.getChildren().setAll(Stream.concat(quiet, asking).flatMap(rows::of).toList());
    }

    private static boolean isAsking(OwnTable table) {
        return table instanceof OwnTable.Changed || table instanceof OwnTable.Broken;
    }

    private void reveal() {
        if (model.tables().stream().noneMatch(OwnTablesPanel::isAsking)) {
            return;
        }
        var node = getParent();
        while (node != null && !(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        if (node instanceof ScrollPane scroll) {
            scroll.setVvalue(scroll.getVmax());
        }
    }

    /// What the place takes, where it says so.
    private String declared() {
        return model.place().getValue().stream()
                .flatMap(here -> here.declared().stream())
                .collect(Collectors.joining(", "));
    }

    private Node nothing() {
        if (model.place().getValue().isEmpty()) {
            return placed(Labels.wrapping(Labels.muted(words.text("own.takes-none"))));
        }
        var text = Labels.wrapping(Labels.muted(
                switch (model.kind()) {
                    case CELLS -> words.text("own.none");
                    case ROWS -> words.text("own.none.rows", declared());
                }));
        var add = Buttons.with(Feather.PLUS, Buttons.small(words.text("own.add"), this::choose));
        var drop = new VBox(8, text, add);
        drop.getStyleClass().addAll("card", "drop", "own-drop");
        return placed(drop);
    }

    private static Node placed(Node node) {
        var place = new VBox(node);
        place.getStyleClass().add("own-note");
        return place;
    }
}
