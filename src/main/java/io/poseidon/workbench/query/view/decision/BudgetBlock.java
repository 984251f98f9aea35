package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// What a question about cells costs: nothing, because it was paid when the edition was sealed; and how much that was.
final class BudgetBlock {

    private final Words words;
    private final Venue open;

    BudgetBlock(Words words, Venue open) {
        this.words = words;
        this.open = open;
    }

    Node node() {
        var cost = Labels.fixed("ρ 0", "t20", "strong", "priv");
        var facts = open.provenance().facts();
        var head =
                Labels.row(Labels.strong(words.text("budget")), Labels.spring(), Icons.of(Feather.SHIELD, 16, "priv"));
        var list = Facts.aligned()
                .add(words.text("this-query"), cost)
                .add(words.text("sealed-rho"), "ρ " + rho(facts.getOrDefault("poseidon.rho", "0")));
        return Panel.block(head, list, Labels.paragraph(words.text("paid")));
    }

    private String rho(String rational) {
        return Formats.in(words.language()).tidy(Rational.parse(rational).toDouble());
    }
}
