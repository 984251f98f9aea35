package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.view.signed.Fingerprint;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// Whom this person trusts, and what a check can answer: shown where nothing of a file is authentic.
final class SignersPanel {

    private final Words words;
    private final Trust trust;

    SignersPanel(Words words, Trust trust) {
        this.words = words;
        this.trust = trust;
    }

    Node panel(Optional<Purchase> purchase) {
        var panel = new Panel(words.text("trusted-signers"));
        var list = panel.content().getChildren();
        trust.signers().forEach(signer -> list.add(row(signer)));
        if (list.isEmpty()) {
            list.add(Panel.block(Labels.paragraph(words.text("nobody-trusted.text"))));
        }
        list.add(answers(purchase));
        return panel;
    }

    private ListRow row(Trust.Signer signer) {
        var key = Labels.mono(Fingerprint.groups(signer.keyId(), 0, 4));
        key.getStyleClass().addAll("s", "muted");
        var name = new ReadOnlyStringWrapper(signer.name());
        return new ListRow(52, Icons.of(Feather.CHECK_CIRCLE, 14, "ok"), name)
                .strong()
                .detail(key);
    }

    private Node answers(Optional<Purchase> purchase) {
        var own = purchase.map(Purchase::state)
                .filter(PurchaseState.Refused.class::isInstance)
                .map(state -> ((PurchaseState.Refused) state).verdict().code());
        var facts = Facts.listed(116);
        for (var code : VaultStatus.FAILURES) {
            if (!own.equals(Optional.of(code))) {
                var name = Labels.mono(code);
                name.getStyleClass().add("s");
                facts.addRow(facts.getRowCount(), name, Labels.paragraph(words.text("answer." + code)));
            }
        }
        var title = words.text(own.isPresent() ? "other-answers" : "answers");
        return Panel.block(Labels.bound(title, "t12", "strong"), facts);
    }
}
