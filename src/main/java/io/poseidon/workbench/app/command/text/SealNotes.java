package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.sealing.ledger.Neighbour;
import java.util.List;

/// Earlier editions that a buyer could subtract a new one from: told at sealing.
public final class SealNotes {

    private SealNotes() {}

    public static void say(Output output, List<Neighbour> neighbours) {
        neighbours.forEach(neighbour -> output.say("poseidon: caution: " + text(neighbour)));
    }

    static void fill(ObjectNode json, List<Neighbour> neighbours) {
        var cautions = json.putArray("cautions");
        neighbours.forEach(neighbour -> cautions.addObject()
                .put("caution", neighbour.kind().name())
                .put("edition", neighbour.edition().toString())
                .put("why", text(neighbour)));
    }

    private static String text(Neighbour neighbour) {
        var edition = neighbour.edition();
        var what = switch (neighbour.kind()) {
            case SAME_TIME -> edition + " is about the same time: whoever has both can subtract them";
            case SHIFTED ->
                edition + " cuts \"" + neighbour.column() + "\" at other edges: the difference of the two is about "
                        + neighbour.sliver();
            case SLIVER ->
                edition + " cuts \"" + neighbour.column() + "\" a sliver apart (" + neighbour.sliver()
                        + "): the two must not both be sold";
        };
        return what + "; the noise of both stays in it, and "
                + (neighbour.counted()
                        ? "the population pays for both"
                        : "no common ledger holds the sum: name one ledger in both specifications");
    }
}
