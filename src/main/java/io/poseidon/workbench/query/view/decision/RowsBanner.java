package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Tone;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/// The decision of a shard in one note: what is shown of the groups, and what was spent.
record RowsBanner(Words words, Venue venue) {

    Note of(QueryState state) {
        return switch (state) {
            case QueryState.Answered answered ->
                answered(answered.reply().decision(), answered.reply().receipt());
            case QueryState.Refused refused -> refused(refused);
            case QueryState.Running ignored ->
                new Note(Tone.PLAIN, words.text("rows.running"), words.text("rows.running.text"));
            case QueryState.Ready ignored -> waiting();
            case QueryState.Failed ignored ->
                new Note(Tone.DANGER, words.text("rows.failed"), words.text("cancelled.rows"));
            case QueryState.Cancelled ignored ->
                new Note(Tone.PLAIN, words.text("banner.cancelled"), words.text("cancelled.rows"));
            case QueryState.NoPurchase ignored -> waiting();
        };
    }

    private Note answered(Decision decision, Receipt receipt) {
        var formats = Formats.in(words.language());
        var groups = receipt.groups().orElse(new Receipt.Groups(0, 0));
        var whole = words.text("groups.all", formats.whole(groups.declared()));
        if (decision instanceof Decision.Warn) {
            return new Note(Tone.SUCCESS, words.text("allowed-note"), groups.hidden() == 0 ? whole : hidden(groups));
        }
        if (groups.hidden() > 0 && groups.hidden() == groups.declared()) {
            return new Note(Tone.PLAIN, Feather.FILTER, words.text("filtered.none"), hidden(groups));
        }
        return groups.hidden() == 0
                ? new Note(Tone.SUCCESS, words.text("allowed"), whole)
                : new Note(Tone.SUCCESS, Feather.FILTER, words.text("filtered"), hidden(groups));
    }

    private ObservableValue<String> hidden(Receipt.Groups groups) {
        var formats = Formats.in(words.language());
        return words.text(
                "groups.hidden",
                formats.whole(groups.hidden()),
                formats.whole(groups.declared()),
                venue.provenance().facts().getOrDefault("poseidon.k", ""));
    }

    private Note refused(QueryState.Refused refused) {
        var rho = refused.reply().receipt().rho();
        boolean budget = refused.decision().rule() == Rule.BUDGET;
        return new Note(
                Tone.WARNING,
                Feather.SLASH,
                words.text(budget ? "exhausted" : "refused.rows"),
                rho.signum() == 0
                        ? words.text("refused.free")
                        : words.text(
                                "refused.paid", Formats.in(words.language()).rho(rho.toDouble())));
    }

    private Note waiting() {
        return new Note(
                Tone.PLAIN,
                words.text("not-asked"),
                words.text("rows.waiting", venue.provenance().facts().getOrDefault("poseidon.k", "")));
    }
}
