package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for the identity file, and for its passphrase where it is wrapped. What was typed goes to the model and is not
/// kept here.
final class UnlockCard extends StackPane {

    private final Desk desk;
    private final Words words;
    private final VaultModel model;
    private final Purchase purchase;
    private final VBox form = new VBox(8);

    UnlockCard(Desk desk, Purchase purchase, PurchaseState.Locked locked) {
        this.desk = desk;
        this.words = desk.words();
        this.model = desk.model();
        this.purchase = purchase;
        var note = new Note(Tone.PRIVACY, Feather.KEY, words.text("unlock"), words.text("unlock.text"));
        locked.problem().ifPresent(problem -> note.and(problem(problem)));
        form.getChildren().setAll(chooser());
        form.setStyle("-fx-padding: 4px 0 0 0;");
        getChildren().setAll(note.and(form));
    }

    private VBox problem(Problem problem) {
        var what = Labels.wrapping(Labels.bound(words.message(problem), "t12", "strong", "bad"));
        var next = Labels.paragraph(words.next(problem));
        return new VBox(2, what, next);
    }

    private HBox chooser() {
        var choose = Buttons.primary(words.text("unlock.choose"), this::choose);
        choose.setId("choose-identity");
        return Labels.row(Buttons.with(Feather.KEY, choose), Labels.muted(words.text("unlock.hint")));
    }

    private void choose() {
        desk.question().ask(this, words.now("identity.kind"), "*").ifPresent(this::offer);
    }

    /// Unlocks at once with a plain file; asks for the passphrase of a wrapped one.
    void offer(Path identity) {
        try {
            if (IdentityFile.isWrapped(identity)) {
                askPassphrase(identity);
            } else {
                model.unlock(purchase, identity, new char[0]);
            }
        } catch (Problem problem) {
            form.getChildren().setAll(problem(problem), chooser());
        }
    }

    private void askPassphrase(Path identity) {
        var field = new PasswordField();
        field.setId("passphrase");
        field.promptTextProperty().bind(words.text("passphrase"));
        field.accessibleTextProperty().bind(words.text("passphrase"));
        field.setMaxWidth(280);
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable unlock = () -> {
            var typed = field.getText().toCharArray();
            field.clear();
            model.unlock(purchase, identity, typed);
        };
        field.setOnAction(event -> unlock.run());
        var name = new ReadOnlyStringWrapper(String.valueOf(identity.getFileName()));
        var row = Labels.row(
                Labels.mono(name),
                field,
                Buttons.primary(words.text("unlock.now"), unlock),
                Buttons.quiet(words.text("cancel"), () -> form.getChildren().setAll(chooser())));
        form.getChildren().setAll(row);
        field.requestFocus();
    }
}
