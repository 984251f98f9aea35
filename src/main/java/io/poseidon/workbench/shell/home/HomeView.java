package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Page;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ModeBadge;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area: three ways to start, then what was open lately.
final class HomeView {

    private final Surroundings surroundings;
    private final HomeParts parts;
    private final HomeModel model;
    private final Words words;
    private final VBox list = new VBox();
    private final Label count = Labels.muted("");

    HomeView(Surroundings surroundings, HomeParts parts, HomeModel model) {
        this.surroundings = surroundings;
        this.parts = parts;
        this.model = model;
        words = surroundings.words().in(HomeView.class);
        InvalidationListener refill = changed -> fill();
        model.lines().addListener(refill);
        words.languageProperty().addListener(refill);
        list.widthProperty().subscribe(this::fit);
        fill();
    }

    /// Names need their room first: a narrow list shows fewer columns.
    private void fit() {
        double width = list.getWidth();
        list.getChildren().stream()
                .filter(HBox.class::isInstance)
                .map(HBox.class::cast)
                .forEach(row -> RecentHead.fit(row, width));
    }

    Node node() {
        var recent = new Card(list).flush();
        var date = words.formats().map(formats -> formats.fullDate(model.today()));
        return new Page(words.text("title"), starts(), Page.section(words.text("recent"), count), recent)
                .beside(Labels.spring(), Labels.muted(date));
    }

    private Node starts() {
        var open = card(
                Feather.BOX,
                "open",
                Buttons.withKey("Ctrl O", Buttons.primary(words.text("open.button"), parts.dialog())));
        var drop = card(Feather.DOWNLOAD, "drop", Labels.muted(".poseidon"));
        drop.getStyleClass().add("drop");
        var row = new HBox(12, open, drop);
        parts.sample().ifPresent(sample -> row.getChildren().add(sampleCard(sample)));
        row.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        return row;
    }

    private Node sampleCard(Runnable sample) {
        var foot = Labels.row(
                Buttons.normal(words.text("sample.button"), sample), ModeBadge.simulated(surroundings.words()));
        return card(Feather.LAYERS, "sample", foot);
    }

    private Card card(Feather icon, String key, Node foot) {
        var spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        var head =
                Labels.row(Icons.of(icon, 16, key.equals("drop") ? "muted" : "accent"), Labels.strong(words.text(key)));
        var card = new Card(head, Labels.paragraph(words.text(key + ".text")), spring, foot);
        card.getStyleClass().add("start-card");
        card.setMinWidth(0);
        card.setPrefWidth(280);
        VBox.setVgrow(card.body(), Priority.ALWAYS);
        return card;
    }

    private void fill() {
        var rows = model.lines().stream()
                .map(line -> new RecentRow(surroundings, model, line))
                .toList();
        count.setText(rows.isEmpty() ? "" : String.valueOf(rows.size()));
        if (rows.isEmpty()) {
            list.getChildren().setAll(new EmptyState(Feather.INBOX, words.text("none"), words.text("none.text")));
            return;
        }
        list.getChildren().setAll(List.of(new RecentHead(words)));
        list.getChildren().addAll(rows);
        rows.getLast().getStyleClass().add("last");
        fit();
    }
}
