package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What an answer over rows leaves out, in a line under its grid: never which groups, and never whether they are empty
/// or too small.
final class HiddenGroups {

    private HiddenGroups() {}

    static Node under(Node grid, Words words, Reply.Answered reply, Venue asked) {
        var hidden = reply.receipt().groups().filter(groups -> groups.hidden() > 0);
        if (hidden.isEmpty()) {
            return grid;
        }
        var groups = hidden.get();
        var cohort = asked.provenance().facts().getOrDefault("poseidon.k", "");
        VBox.setVgrow(grid, Priority.ALWAYS);
        return new VBox(grid, line(words, groups, cohort));
    }

    private static Node line(Words words, Receipt.Groups groups, String cohort) {
        var formats = Formats.in(words.language());
        var said = Labels.wrapping(Labels.small(
                words.text("groups.hidden", formats.whole(groups.hidden()), formats.whole(groups.declared()), cohort)));
        HBox.setHgrow(said, Priority.ALWAYS);
        var line = Labels.row(Icons.of(Feather.FILTER, 14, "muted"), said);
        line.getStyleClass().add("hidden-groups");
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
