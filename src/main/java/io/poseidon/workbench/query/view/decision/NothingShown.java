package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Tone;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// In place of a table in which every group is hidden: what that says and does not say, and coarser questions that
/// would show more. Follows the look ahead while it is in a scene.
public final class NothingShown extends VBox {

    private final QueryModel model;
    private final Words words;
    private Subscription following = Subscription.EMPTY;

    public NothingShown(QueryModel model, Words words, Receipt receipt) {
        super(12);
        this.model = model;
        this.words = words;
        getStyleClass().add("refusal");
        var declared = receipt.groups().map(Receipt.Groups::declared).orElse(0L);
        getChildren()
                .add(new Note(
                        Tone.PLAIN,
                        Feather.FILTER,
                        words.text("groups.none", Formats.in(words.language()).whole(declared)),
                        words.text("groups.none.text", cohort())));
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null
                    ? Subscription.EMPTY
                    : model.ahead().seenProperty().subscribe(this::offer);
        });
    }

    /// Whether an answer holds no group at all.
    public static boolean is(Receipt receipt) {
        return receipt.groups()
                .filter(groups -> groups.declared() > 0 && groups.hidden() == groups.declared())
                .isPresent();
    }

    /// Scrolls where the window is low.
    public Node scrolling() {
        return Panel.scrolling(this);
    }

    private String cohort() {
        return model.venue()
                .map(open -> open.provenance().facts().getOrDefault("poseidon.k", ""))
                .orElse("");
    }

    private void offer(Optional<Preflight> ahead) {
        getChildren().remove(1, getChildren().size());
        ahead.map(Preflight::offers)
                .filter(offers -> !offers.isEmpty())
                .ifPresent(offers -> getChildren().add(new RewriteCard(model, words, offers).node()));
    }
}
