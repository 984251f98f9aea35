package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// One version's price, to be typed over. It is set when Enter is pressed or the field is left; what is no whole amount
/// stays in the field, marked, until it is mended or Escape is pressed.
final class PriceField {

    private static final String WRONG = "wrong";

    private final Words words;
    private final PricingViewModel model;
    private final int version;
    private final TextField field = new TextField();

    PriceField(Words words, PricingViewModel model, int version) {
        this.words = words;
        this.model = model;
        this.version = version;
    }

    HBox build() {
        var terms = model.shown().get().orElseThrow().terms();
        var name = terms.version(version).name();
        field.setId("price-" + name);
        field.getStyleClass().addAll("small", "number");
        field.setPrefWidth(104);
        field.setMinWidth(104);
        field.accessibleTextProperty().bind(words.text("menu.price-of", name));
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.shown().get().ifPresent(this::show);
            }
        });
        model.shown().subscribe(shown -> shown.ifPresent(this::show));
        var label = Labels.small(name);
        label.setMinWidth(48);
        var precision = Labels.caption("x = "
                + Formats.in(words.language()).tidy(terms.precision(version).toDouble()));
        var row = Labels.row(label, precision, Labels.spring(), field);
        row.getStyleClass().add("price-row");
        return row;
    }

    private void commit() {
        if (model.setPrice(version, field.getText())) {
            model.shown().get().ifPresent(this::show);
        } else {
            mark(true);
        }
    }

    private void show(Shown shown) {
        if (version < shown.terms().size()) {
            field.setText(Amounts.plain(
                    Formats.in(words.language()), shown.assessment().prices().get(version)));
            mark(isTarget(shown));
        }
    }

    private boolean isTarget(Shown shown) {
        return shown.assessment()
                .shoppingList()
                .map(list -> list.target().precision().equals(shown.terms().precision(version)))
                .orElse(false);
    }

    private void mark(boolean wrong) {
        field.getStyleClass().remove(WRONG);
        if (wrong) {
            field.getStyleClass().add(WRONG);
        }
    }
}
