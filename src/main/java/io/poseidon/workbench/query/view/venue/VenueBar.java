package io.poseidon.workbench.query.view.venue;

import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Where the question goes: a menu of the purchase and the shards, and in a sentence what that place holds.
public final class VenueBar extends HBox {

    private final VenueChoice choice;
    private final Words words;
    private final Runnable openFolder;
    private final MenuButton menu = new MenuButton();
    private final Label holds = Labels.muted("");

    /// `openFolder` asks for the folder of a shard.
    public VenueBar(VenueChoice choice, Words words, Runnable openFolder) {
        super(8);
        this.choice = choice;
        this.words = words;
        this.openFolder = openFolder;
        getStyleClass().addAll("row", "venue-bar");
        menu.getStyleClass().addAll("small", "venue-menu");
        menu.accessibleTextProperty().bind(words.text("venue"));
        holds.setMinWidth(0);
        var ask = Labels.bound(words.text("venue.ask"), "t12", "muted");
        ask.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(ask, menu, holds);
        choice.shards().addListener((ListChangeListener<Shard>) change -> show());
        choice.stateProperty().subscribe(state -> show());
        choice.purchase().subscribe(purchase -> show());
        words.languageProperty().subscribe(language -> show());
    }

    /// Opens the menu, for the keyboard.
    public void drop() {
        menu.requestFocus();
        menu.show();
    }

    private void show() {
        var chosen = choice.stateProperty().get().chosen();
        menu.setText(chosen.map(Shard::name).orElseGet(this::purchase));
        menu.setGraphic(icon(chosen.isPresent()));
        holds.setText(words.now(holds(choice.stateProperty().get())));
        menu.getItems().setAll(item(icon(false), purchase(), "venue.cells", chosen.isEmpty(), choice::toCells));
        choice.shards()
                .forEach(shard -> menu.getItems()
                        .add(item(
                                icon(true),
                                shard.name(),
                                "venue.rows",
                                chosen.filter(shard::equals).isPresent(),
                                () -> choice.to(shard))));
        var folder = new MenuItem(words.now("venue.open"), Icons.of(Feather.FOLDER, 14));
        folder.setOnAction(event -> openFolder.run());
        menu.getItems().addAll(new SeparatorMenuItem(), folder);
        chosen.filter(shard -> shard.folder().isPresent()).ifPresent(shard -> {
            var forget = new MenuItem(words.now("venue.forget", shard.name()), Icons.of(Feather.X, 14));
            forget.setOnAction(event -> choice.forget(shard));
            menu.getItems().add(forget);
        });
    }

    private String purchase() {
        return choice.purchase()
                .getValue()
                .map(PurchaseQueries::provenance)
                .map(Provenance::dataset)
                .orElseGet(() -> words.now("venue.none"));
    }

    private static String holds(VenueState state) {
        return switch (state) {
            case VenueState.Cells ignored -> "venue.holds.cells";
            case VenueState.Opening ignored -> "venue.holds.opening";
            case VenueState.Open ignored -> "venue.holds.rows";
            case VenueState.Failed ignored -> "venue.holds.failed";
        };
    }

    private MenuItem item(Node icon, String name, String kind, boolean chosen, Runnable action) {
        var item = new MenuItem(name + " · " + words.now(kind), icon);
        item.setOnAction(event -> action.run());
        if (chosen) {
            item.getStyleClass().add("chosen");
        }
        return item;
    }

    private static Node icon(boolean rows) {
        return Icons.of(rows ? Feather.USERS : Feather.GRID, 14, "accent");
    }
}
