package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Where a result comes from, as every export of it says; and the export.
final class ProvenanceBlock {

    private static final int SERIAL = 13;

    private final Words words;
    private final Runnable export;
    private final Runnable evidence;

    ProvenanceBlock(Words words, Runnable export, Runnable evidence) {
        this.words = words;
        this.export = export;
        this.evidence = evidence;
    }

    Node node(Venue open, QueryState state) {
        var facts = open.provenance().facts();
        var list = open.purse().isPresent() ? shard(facts) : purchase(facts);
        list.add(words.text("policy"), digest(open.provenance().policyDigest()));
        open.provenance().own().forEach((table, own) -> list.add(new ReadOnlyStringWrapper(table), digest(own)));
        var block = Panel.block(Labels.strong(words.text("provenance")), list);
        if (state instanceof QueryState.Answered answered) {
            var metadata = answered.reply().result().metadata();
            list.add(words.text("query-digest"), digest(metadata.getOrDefault("poseidon.query_sha256", "")));
            block.getChildren()
                    .add(Labels.row(
                            Buttons.with(Feather.DOWNLOAD, Buttons.small(words.text("export"), export)),
                            Buttons.with(Feather.FILE_TEXT, Buttons.small(words.text("evidence"), evidence))));
        }
        return block;
    }

    private Facts purchase(Map<String, String> facts) {
        return Facts.aligned()
                .add(
                        words.text("edition"),
                        Labels.mono(facts.get("poseidon.dataset_id") + " " + facts.get("poseidon.version")))
                .add(words.text("licence"), licence(facts.getOrDefault("poseidon.licence", "")));
    }

    private Facts shard(Map<String, String> facts) {
        return Facts.aligned()
                .add(words.text("shard"), Labels.mono(facts.getOrDefault("poseidon.dataset_id", "")))
                .add(words.text("table"), Labels.mono(facts.getOrDefault("poseidon.table", "")));
    }

    /// The beginning of a long number; all of it is the tooltip.
    private static Node licence(String serial) {
        var label = Labels.mono(serial.length() > SERIAL ? serial.substring(0, SERIAL) + "…" : serial);
        label.setTooltip(new Tooltip(serial));
        return label;
    }

    private static Node digest(String hexadecimal) {
        return Labels.mono(Titles.digest(hexadecimal));
    }
}
