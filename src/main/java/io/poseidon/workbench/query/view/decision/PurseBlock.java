package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tone;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The budget at a shard: what the question in the editor would cost and leave, what the organisation and all of them
/// have spent, and how much of the data is known by now.
final class PurseBlock {

    private final Words words;
    private final Formats formats;
    private final Purse purse;
    private final Optional<Preflight> ahead;

    /// `ahead` is what is known of the text in the editor.
    PurseBlock(Words words, Purse purse, Optional<Preflight> ahead) {
        this.words = words;
        this.formats = Formats.in(words.language());
        this.purse = purse;
        this.ahead = ahead;
    }

    Node node() {
        var head =
                Labels.row(Labels.strong(words.text("budget")), Labels.spring(), Icons.of(Feather.SHIELD, 16, "priv"));
        var own = account(words.now("purse.own", purse.buyer()), purse.own());
        var all = account(words.now("purse.all"), purse.all());
        var known = measured(
                words.now("purse.known"),
                words.now(
                        "purse.of",
                        formats.whole(purse.known().numbers()),
                        formats.whole(purse.known().cells())),
                purse.known().share());
        return Panel.block(head, asked(), own, all, known, Labels.paragraph(words.text("purse.known.text")));
    }

    private Node asked() {
        var list = Facts.aligned().add(words.text("this-query"), figure());
        charged()
                .filter(cost -> cost.missing().isEmpty() && !cost.repeated())
                .ifPresent(cost ->
                        list.add(words.text("purse.after"), rho(cost.allowance().minus(cost.after()))));
        charged()
                .filter(cost -> cost.missing().isPresent())
                .ifPresent(cost -> list.add(words.text("purse.left"), rho(purse.left())));
        return list.add(words.text("purse.most"), rho(purse.perQuery()));
    }

    private Label figure() {
        var missing = charged().flatMap(Cost.Charged::missing).isPresent();
        return charged()
                .map(cost -> Labels.fixed(said(cost), "t16", "strong", missing ? "warn" : "priv"))
                .orElseGet(() -> Labels.fixed(words.now("purse.unknown"), "t13", "muted"));
    }

    private String said(Cost.Charged cost) {
        return cost.repeated() ? words.now("purse.paid") : rho(cost.rho());
    }

    private Optional<Cost.Charged> charged() {
        return ahead.map(Preflight::cost).filter(Cost.Charged.class::isInstance).map(Cost.Charged.class::cast);
    }

    private Node account(String name, Purse.Account account) {
        var figures = words.now(
                "purse.of",
                rho(account.spent()),
                formats.tidy(account.allowance().toDouble()));
        return measured(name, figures, account.share());
    }

    private Node measured(String name, String figures, double share) {
        var label = Labels.muted(name);
        label.setMinWidth(0);
        var figure = Labels.small(figures);
        figure.setMinWidth(Label.USE_PREF_SIZE);
        var meter = new Meter(Tone.PRIVACY, words.text("purse.meter", name)).at(share);
        return new VBox(4, Labels.row(label, Labels.spring(), figure), meter);
    }

    private String rho(Rational rho) {
        return formats.rho(rho.toDouble());
    }
}
