package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.Tone;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The purchases of the session as two-line rows, with the drop zone under them.
final class PurchaseList extends StackPane {

    private final Words words;
    private final VaultModel model;
    private final VBox rows = new VBox();

    PurchaseList(Words words, VaultModel model, Runnable choose) {
        this.words = words;
        this.model = model;
        var panel = new Panel(words.text("purchases"), rows)
                .extras(Buttons.smallIcon(Feather.PLUS, words.text("open"), choose))
                .foot(dropZone(choose));
        getChildren().setAll(panel);
        model.purchases().addListener((ListChangeListener<Purchase>) change -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(model.purchases().stream().map(this::row).toList());
    }

    private ListRow row(Purchase purchase) {
        var mark = new StackPane();
        var word = Labels.bound(follow(purchase, () -> badge(purchase)));
        word.setMinWidth(Label.USE_PREF_SIZE);
        var detail = new HBox(Labels.muted(follow(purchase, () -> edition(purchase))), word);
        mark.setMinWidth(16);
        var row = new ListRow(52, mark, follow(purchase, () -> title(purchase)))
                .strong()
                .detail(detail)
                .selectedWhile(model.selectedProperty()
                        .map(chosen -> chosen.filter(purchase::equals).isPresent()))
                .onOpen(() -> model.selectedProperty().set(Optional.of(purchase)));
        purchase.stateProperty().subscribe(state -> {
            mark.getChildren().setAll(icon(state));
            word.getStyleClass()
                    .setAll(
                            "label",
                            "t12",
                            new VaultStatus(words).badge(state).tone() == Tone.PLAIN
                                    ? "muted"
                                    : new VaultStatus(words).badge(state).tone().css());
        });
        return row;
    }

    private Node icon(PurchaseState state) {
        return switch (state) {
            case PurchaseState.Checking ignored -> Icons.of(Feather.LOADER, 16, "accent");
            case PurchaseState.Locked ignored -> Icons.of(Feather.LOCK, 16, "muted");
            case PurchaseState.Unlocked ignored -> Icons.of(Feather.UNLOCK, 16, "ok");
            case PurchaseState.Refused ignored -> Icons.of(Feather.ALERT_OCTAGON, 16, "bad");
            case PurchaseState.Unjudged ignored -> Icons.of(Feather.ALERT_TRIANGLE, 16, "warn");
        };
    }

    /// The title where it is authentic, otherwise the file's name.
    private String title(Purchase purchase) {
        return purchase.contents()
                .map(contents -> contents.manifest()
                        .edition()
                        .title()
                        .in(words.language().locale()))
                .orElseGet(purchase::fileName);
    }

    private String badge(Purchase purchase) {
        return new VaultStatus(words).badge(purchase.state()).word();
    }

    private static String edition(Purchase purchase) {
        return purchase.contents()
                .map(contents -> contents.manifest().edition().edition() + " · "
                        + contents.manifest().version().name() + " · ")
                .orElse("");
    }

    private ObservableValue<String> follow(Purchase purchase, Callable<String> text) {
        return Bindings.createStringBinding(text, purchase.stateProperty(), words.languageProperty());
    }

    private Node dropZone(Runnable choose) {
        var box = new VBox(
                4,
                Icons.of(Feather.DOWNLOAD, 16, "muted"),
                Labels.small(words.text("drop")),
                Labels.caption(words.text("drop.hint")));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("card", "drop");
        box.setStyle("-fx-padding: 16px 12px; -fx-cursor: hand;");
        box.setOnMouseClicked(event -> choose.run());
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.run();
                event.consume();
            }
        });
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.accessibleTextProperty().bind(words.text("drop"));
        return box;
    }
}
