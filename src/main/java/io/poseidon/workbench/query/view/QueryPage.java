package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.FolderDrop;
import io.poseidon.workbench.query.view.venue.VenueBar;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The main area: the strip of tabs and the page of the question that is shown. Pages are made when they are first
/// shown, and forgotten with their tabs.
final class QueryPage extends VBox {

    private final Surroundings surroundings;
    private final Words words;
    private final QueryTabs tabs;
    private final Map<QueryModel, QuestionPage> pages = new HashMap<>();
    private final Optional<VenueChoice> choice;
    private final StackPane place = new StackPane();
    private Optional<VenueBar> bar = Optional.empty();

    QueryPage(Surroundings surroundings, Words words, QueryTabs tabs, Optional<VenueChoice> choice) {
        this.surroundings = surroundings;
        this.words = words;
        this.tabs = tabs;
        this.choice = choice;
        VBox.setVgrow(place, Priority.ALWAYS);
        choice.ifPresent(this::offer);
        getChildren().addAll(new TabStrip(tabs, words), place);
        getStyleClass().add("query-page");
        getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        tabs.shownProperty().addListener(observable -> {
            boolean walking = isWalking();
            show();
            if (!walking) {
                place.applyCss(); // a page shown for the first time stands in the scene only now
                place.layout();
                shown().focusEditor();
            }
        });
        tabs.tabs().addListener((ListChangeListener<QueryModel>)
                change -> pages.keySet().retainAll(tabs.tabs()));
        show();
    }

    private void offer(VenueChoice places) {
        var shown = new VenueBar(places, words, this::openShard);
        bar = Optional.of(shown);
        getChildren().add(shown);
        FolderDrop.on(this, places::open);
    }

    /// Asks for the folder of a shard.
    void openShard() {
        choice.ifPresent(
                places -> FileDialogs.folder(this, words.now("venue.open")).ifPresent(places::open));
    }

    /// Opens the menu of places.
    void chooseVenue() {
        bar.ifPresent(VenueBar::drop);
    }

    QuestionPage shown() {
        return pages.computeIfAbsent(tabs.shown(), question -> new QuestionPage(surroundings, words, question, choice));
    }

    /// Whether somebody walks along the tabs; otherwise typing goes on in the question that is shown next.
    private boolean isWalking() {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && owner.getStyleClass().contains("query-tab");
    }

    private void show() {
        place.getChildren().setAll(shown());
    }
}
