package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Note;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// The right side: who sees what, the figures, lost shards, what is kept.
final class RunInspector {

    private final Desk desk;
    private final Words words;

    RunInspector(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
    }

    Node of(RunState state) {
        var blocks = new ArrayList<Node>();
        blocks.add(Panel.block(
                new Note(Tone.WARNING, Feather.EYE, words.text("sees.title"), words.text("sees.coordinator")), sees()));
        if (!state.rounds().isEmpty()) {
            blocks.add(figures(state));
        }
        state.shards().values().stream()
                .filter(shard -> shard.standing() == Standing.LOST || shard.standing() == Standing.DECLINED)
                .forEach(shard -> blocks.add(gone(state, shard)));
        if (state.checkpoint().isPresent()) {
            blocks.add(checkpoint(state));
        }
        desk.model().savedProperty().get().ifPresent(folder -> {
            var files = Facts.listed(96)
                    .add(
                            words.text("saved.onnx"),
                            Labels.mono(String.valueOf(folder.onnx().getFileName())))
                    .add(
                            words.text("saved.safetensors"),
                            Labels.mono(String.valueOf(folder.safetensors().getFileName())))
                    .add(
                            words.text("saved.report"),
                            Labels.mono(String.valueOf(folder.report().getFileName())));
            var where = Labels.wrapping(Labels.mono(String.valueOf(folder.onnx().getParent())));
            blocks.add(Panel.block(heading(words.text("saved")), files, where));
        });
        return new Panel(words.text("inspector"), blocks.toArray(Node[]::new));
    }

    private static Label heading(ObservableValue<String> text) {
        return Labels.bound(text, "t11", "strong", "muted");
    }

    private Node sees() {
        return Facts.listed(96)
                .add(words.text("sees.shards"), Labels.wrapping(Labels.small(words.text("sees.shards.text"))))
                .add(words.text("sees.relay"), Labels.wrapping(Labels.small(words.text("sees.relay.text"))));
    }

    private Node figures(RunState state) {
        var formats = desk.formats();
        var metrics = state.rounds().getLast().holdout();
        return Panel.block(
                heading(words.text("figures", state.rounds().getLast().round())),
                Facts.aligned()
                        .add(
                                words.text("auc"),
                                formats.number(metrics.auc(), 4) + " " + formats.plusMinus(metrics.aucHalfWidth(), 4))
                        .add(words.text("accuracy"), formats.number(metrics.accuracy(), 4))
                        .add(
                                words.text("log-loss"),
                                formats.number(metrics.logLoss(), 4) + " "
                                        + formats.plusMinus(metrics.logLossHalfWidth(), 4))
                        .add(words.text("calibration-error"), formats.number(metrics.calibrationError(), 4))
                        .add(words.text("held-out"), formats.whole(metrics.count()))
                        .add(
                                words.text("round-time"),
                                formats.duration(state.rounds().getLast().took())));
    }

    private Node gone(RunState state, ShardState shard) {
        var why = shard.why().orElseThrow();
        var facts = Facts.aligned()
                .add(
                        words.text("gone.reason"),
                        words.text("reason." + why.reason().code()));
        if (shard.standing() == Standing.LOST) {
            facts.add(words.text("gone.in"), words.text("gone.round", why.round(), words.text("phase." + why.phase())))
                    .add(
                            words.text("gone.rounds"),
                            words.text("of", shard.rounds(), state.rounds().size()));
        }
        var title = Labels.bound(
                words.text(shard.standing() == Standing.LOST ? "gone.lost" : "gone.declined", shard.name()),
                "t12",
                "strong",
                "warn");
        return Panel.block(title, facts);
    }

    private Node checkpoint(RunState state) {
        var digest = state.checkpoint().orElseThrow();
        return Panel.block(
                heading(words.text("checkpoint")),
                Facts.aligned()
                        .add(
                                words.text("checkpoint.latest"),
                                words.text("checkpoint.after", state.rounds().size()))
                        .add(
                                words.text("checkpoint.digest"),
                                Labels.mono(digest.substring(0, 8) + " … " + digest.substring(60))));
    }
}
