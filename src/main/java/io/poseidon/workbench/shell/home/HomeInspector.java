package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.shell.home.HealthCheck.Finding;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Health, and what this application can promise.
final class HomeInspector extends StackPane {

    HomeInspector(Words words, HealthModel health) {
        var list = new VBox();
        list.getStyleClass().add("health");
        health.lines().forEach(line -> list.getChildren().add(line(line)));
        var promise = new Card(Labels.fixed("", "t12", "strong"), Labels.paragraph(words.text("promise.text")));
        ((javafx.scene.control.Label) promise.body().getChildren().getFirst())
                .textProperty()
                .bind(words.text("promise"));
        var promised = new VBox(promise);
        promised.getStyleClass().add("promise");
        var panel = new Panel(words.text("health"), list, promised)
                .extras(
                        Labels.muted(checked(words, health)),
                        Buttons.smallIcon(Feather.REFRESH_CW, words.text("health.again"), health::run));
        getChildren().add(panel);
    }

    private static ObservableValue<String> checked(Words words, HealthModel health) {
        return Bindings.createStringBinding(
                () -> health.checkedProperty()
                        .get()
                        .map(at -> words.now(
                                "health.checked", words.formats().get().time(at)))
                        .orElse(""),
                health.checkedProperty(),
                words.languageProperty());
    }

    private static Node line(HealthModel.Line line) {
        var mark = new StackPane();
        mark.getStyleClass().add("health-mark");
        line.finding()
                .subscribe(finding -> mark.getChildren().setAll(finding.mark().node(14)));
        var detail = Labels.wrapping(Labels.muted(line.finding().flatMap(Finding::words)));
        var text = new VBox(2, Labels.bound(line.check().title(), "t12", "strong"), detail);
        var row = new HBox(8, mark, text);
        row.getStyleClass().add("health-line");
        return row;
    }
}
