package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Tone;
import org.kordamp.ikonli.feather.Feather;

/// Why the budget does not cover a question, in figures: what it needs, what is left and of which allowance, and what
/// is still to be had.
final class ExhaustedNote {

    private static final double NAMES = 112;

    private final Words words;
    private final Purse purse;
    private final Cost.Charged cost;
    private final QueryState.Refused refused;

    ExhaustedNote(Words words, Purse purse, Cost.Charged cost, QueryState.Refused refused) {
        this.words = words;
        this.purse = purse;
        this.cost = cost;
        this.refused = refused;
    }

    Note node() {
        var which = cost.missing().orElseThrow();
        var title = switch (which) {
            case "perQuery" -> words.text("exhausted.perQuery", rho(cost.rho()), rho(purse.perQuery()));
            case "rho" ->
                words.text(
                        "exhausted.rho",
                        rho(cost.rho()),
                        purse.buyer(),
                        rho(purse.own().left()));
            default ->
                words.text("exhausted.all", rho(cost.rho()), rho(purse.all().left()));
        };
        return new Note(Tone.WARNING, Feather.SLASH, title, words.text("exhausted.text"))
                .and(Facts.listed(NAMES)
                        .add(words.text("purse.left"), left())
                        .add(words.text("exhausted.cheaper"), cheaper())
                        .add(words.text("exhausted.free"), words.text("exhausted.free.text"))
                        .add(words.text("decides"), words.text("decides.budget")));
    }

    private String left() {
        return words.now(
                "exhausted.left",
                rho(purse.own().left()),
                rho(purse.own().allowance()),
                purse.buyer(),
                rho(purse.all().left()),
                rho(purse.all().allowance()));
    }

    /// What the cheapest of the offers would cost.
    private String cheaper() {
        return refused.offers().stream()
                .map(offer -> offer.preflight().cost())
                .filter(Cost.Charged.class::isInstance)
                .map(offered -> ((Cost.Charged) offered).rho())
                .min(Rational::compareTo)
                .map(least -> least.signum() == 0
                        ? words.now("exhausted.cheaper.none")
                        : words.now("exhausted.cheaper.text", rho(least)))
                .orElseGet(() -> words.now("exhausted.cheaper.nothing"));
    }

    private String rho(Rational rho) {
        return Formats.in(words.language()).rho(rho.toDouble());
    }
}
