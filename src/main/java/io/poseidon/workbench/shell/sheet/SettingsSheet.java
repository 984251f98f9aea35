package io.poseidon.workbench.shell.sheet;

import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Segmented;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Theme, language, zoom, motion: applied at once, kept for the next start.
public final class SettingsSheet extends VBox {

    private final Surroundings surroundings;
    private final Words words;

    public SettingsSheet(Surroundings surroundings, Words words, Path folder) {
        super(16);
        this.surroundings = surroundings;
        this.words = words;
        getStyleClass().add("sheet-body");
        var facts = Facts.listed(120)
                .add(words.text("settings.theme"), theme())
                .add(words.text("settings.language"), language())
                .add(words.text("settings.zoom"), zoom())
                .add(words.text("settings.motion"), motion());
        facts.getStyleClass().add("roomy");
        getChildren().addAll(facts, Labels.paragraph(words.text("settings.folder", folder)));
    }

    private Segmented<Theme.Mode> theme() {
        var mode = surroundings.theme().modeProperty();
        var choice = new Segmented<>(
                List.of(Theme.Mode.values()),
                mode.get(),
                one -> words.text("settings.theme." + one.name().toLowerCase(java.util.Locale.ROOT)));
        choice.valueProperty().bindBidirectional(mode);
        return choice;
    }

    private Segmented<Language> language() {
        var language = surroundings.words().languageProperty();
        var choice = new Segmented<>(
                List.of(Language.values()),
                language.get(),
                one -> new SimpleStringProperty(one == Language.ENGLISH ? "English" : "한국어"));
        choice.valueProperty().bindBidirectional(language);
        return choice;
    }

    private ComboBox<Double> zoom() {
        var zoom = new ComboBox<Double>();
        zoom.getItems().setAll(Theme.ZOOM_STEPS);
        zoom.setValue(surroundings.theme().zoomProperty().get());
        zoom.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double step) {
                return step == null ? "" : words.formats().get().percent(step, 0);
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("the zoom is chosen, not typed");
            }
        });
        zoom.accessibleTextProperty().bind(words.text("settings.zoom"));
        zoom.setOnAction(event -> surroundings.theme().zoomProperty().set(zoom.getValue()));
        return zoom;
    }

    private CheckBox motion() {
        var box = new CheckBox();
        box.textProperty().bind(words.text("settings.motion.reduce"));
        box.selectedProperty().bindBidirectional(surroundings.theme().reduceMotionProperty());
        return box;
    }
}
