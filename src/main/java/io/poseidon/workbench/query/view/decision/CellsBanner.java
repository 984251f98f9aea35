package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.part.Tone;
import org.kordamp.ikonli.feather.Feather;

/// The decision about cells in one note.
record CellsBanner(Words words) {

    Note of(QueryState state) {
        return switch (state) {
            case QueryState.Answered answered -> answered(answered.reply().decision());
            case QueryState.Refused refused ->
                new Note(Tone.WARNING, Feather.SLASH, words.text("refused"), words.text("courtesy"));
            case QueryState.Running ignored -> said(Tone.PLAIN, "banner.running");
            case QueryState.Ready ignored -> said(Tone.PLAIN, "not-asked");
            case QueryState.Failed ignored -> said(Tone.DANGER, "banner.failed");
            case QueryState.Cancelled ignored -> said(Tone.PLAIN, "banner.cancelled");
            case QueryState.NoPurchase ignored -> said(Tone.PLAIN, "not-asked");
        };
    }

    private Note answered(Decision decision) {
        return said(Tone.SUCCESS, decision instanceof Decision.Warn ? "allowed-note" : "allowed");
    }

    private Note said(Tone tone, String key) {
        return new Note(tone, words.text(key), words.text("cells-free"));
    }
}
