package io.poseidon.workbench.app.command.text;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.training.RunEvent;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RoundResult;
import java.util.Locale;

/// Tells a run line by line on standard error.
public final class RunNarrator {

    private final Output output;
    private final Plan plan;

    public RunNarrator(Output output, Plan plan) {
        this.output = output;
        this.plan = plan;
    }

    public void tell(RunEvent event) {
        switch (event) {
            case RunEvent.Invited invited ->
                output.say("run " + invited.run() + ": " + invited.shards().size() + " shards invited");
            case RunEvent.Joined joined ->
                output.say(joined.shard() + " joins with " + joined.rows().from() + " to "
                        + joined.rows().until() + " rows");
            case RunEvent.Declined declined ->
                output.say(declined.shard() + " declines: " + declined.reason().code());
            case RunEvent.Prepared prepared ->
                output.say("prepared: " + prepared.encoding().width() + " inputs");
            case RunEvent.Lost lost ->
                output.say(lost.shard() + " is lost in round " + lost.round() + ": "
                        + lost.reason().code());
            case RunEvent.RoundEnded ended ->
                output.say("round " + ended.result().round() + " of " + plan.rounds() + ": " + figures(ended.result()));
            case RunEvent.PhaseStarted _, RunEvent.Answered _, RunEvent.Ended _ -> {
                // too fine for a line each
            }
        }
    }

    public static String figures(RoundResult round) {
        var metrics = round.holdout();
        return String.format(
                Locale.ROOT,
                "AUC %.4f ± %.4f, accuracy %.4f, log loss %.4f, calibration error %.4f on %d held-out rows, %d ms",
                metrics.auc(),
                metrics.aucHalfWidth(),
                metrics.accuracy(),
                metrics.logLoss(),
                metrics.calibrationError(),
                metrics.count(),
                round.took().toMillis());
    }
}
