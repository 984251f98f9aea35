package io.poseidon.workbench.query.view.venue;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Tone;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What is shown in place of an answer while nothing can be asked: that a shard opens or why it does not, each with
/// the next step; or that no purchase is open.
public final class VenuePane extends StackPane {

    public VenuePane(VenueChoice choice, Words words) {
        getChildren().setAll(node(choice, words));
    }

    private static Node node(VenueChoice choice, Words words) {
        return switch (choice.stateProperty().get()) {
            case VenueState.Opening opening ->
                new EmptyState(
                        Feather.LOADER,
                        words.text("venue.opening", opening.shard().name()),
                        words.text("venue.opening.text"),
                        Buttons.normal(words.text("cancel"), choice::toCells));
            case VenueState.Failed failed ->
                new ProblemState(
                        words,
                        failed.isBusy() ? Tone.WARNING : Tone.DANGER,
                        failed.problem(),
                        Buttons.small(words.text("venue.again"), () -> choice.to(failed.shard())),
                        Buttons.small(words.text("venue.back"), choice::toCells));
            case VenueState.Cells ignored -> closed(words);
            case VenueState.Open ignored -> closed(words);
        };
    }

    /// Without a choice there is only the purchase.
    public static Node closed(Words words) {
        return new EmptyState(Feather.LOCK, words.text("closed"), words.text("closed.text"));
    }

    /// After a question was given up; where questions are paid for, what that means.
    public static Node cancelled(Words words, boolean spends) {
        return new EmptyState(
                Feather.SLASH, words.text("cancelled"), words.text(spends ? "cancelled.rows" : "cancelled.text"));
    }
}
