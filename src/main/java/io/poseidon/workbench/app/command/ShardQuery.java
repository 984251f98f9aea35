package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.command.option.AheadOption;
import io.poseidon.workbench.app.command.option.EvidenceOption;
import io.poseidon.workbench.app.command.option.OutOption;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.OwnTableOptions;
import io.poseidon.workbench.app.command.option.ShardOption;
import io.poseidon.workbench.app.command.text.AheadText;
import io.poseidon.workbench.app.command.text.QueryText;
import io.poseidon.workbench.app.command.text.ShardText;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.evidence.RowEvidenceExport;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.rows.Asking;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.shard.ShardReplies;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// One question over rows, answered as the shard that holds them would answer it: asked with the asker's own tables,
/// printed or written, with evidence where it is asked for.
record ShardQuery(Output output, OwnTableOptions own, EvidenceOption evidence, AheadOption ahead, OutOption out) {

    /// Gives the exit code. `at` decides whether the policy is valid.
    int answer(ShardOption shard, String sql, Instant at) throws IOException {
        var files = shard.files();
        evidence.refuseForShard();
        var chosen = out.chosen(output);
        var policy = shard.policy();
        try (var engine = Engine.start();
                var rows = RowAnswers.open(engine, policy, files.data(), files.state(), ShardOption.timing(at))) {
            var asking = new Asking(shard.buyer(), sql, own.beside(engine, policy), own.purpose());
            var first = rows.ask(asking, Progress.NONE);
            var repaired = ahead.repair() ? repaired(first.reply(), sql) : Optional.<Repaired>empty();
            repaired.ifPresent(other -> AheadText.repaired(output, other));
            var asked =
                    repaired.map(other -> asking.asking(other.repair().sql())).orElse(asking);
            var recorded = repaired.isEmpty() ? first : rows.ask(asked, Progress.NONE);
            return switch (recorded.reply()) {
                case RowReply.Answered answered -> {
                    var told = new Told(asked, recorded, answered, repaired, nothing(rows, asked, answered));
                    sign(engine, shard, told);
                    tell(told, chosen, ShardReplies.of(engine, files, policy, rows.table()));
                    told.nothing().ifPresent(again -> AheadText.nothingShown(output, again));
                    yield 0;
                }
                case RowReply.Refused refused -> {
                    ShardText.refused(output, refused);
                    yield Problem.Kind.REFUSED.exitCode();
                }
            };
        }
    }

    /// @param repaired the question that was asked instead of another
    /// @param nothing the same question again, where no group of it is shown
    private record Told(
            Asking asked,
            Recorded recorded,
            RowReply.Answered answered,
            Optional<Repaired> repaired,
            Optional<Preflight> nothing) {}

    private void sign(Engine engine, ShardOption shard, Told told) {
        evidence.file().ifPresent(file -> {
            new RowEvidenceExport(
                            engine.sqlText(), KeyNotary.shard(shard.files().state()))
                    .write(told.recorded(), told.answered(), told.asked().sql(), file);
            output.say("evidence, signed by the shard: " + file);
        });
    }

    /// The document on standard output is the shard's own, with the charge; everything else is as for cells.
    private void tell(Told told, Optional<Format> chosen, ShardReplies replies) throws IOException {
        var answered = told.answered();
        if (out.file().isEmpty() && chosen.filter(Format.JSON::equals).isPresent()) {
            output.print(ShardText.document(answered, told.repaired(), told.nothing(), out.interval()));
            return;
        }
        var reply = replies.of(told.asked().buyer(), told.asked().sql(), told.recorded(), answered);
        try (var result = reply.result()) {
            var export = new Export(reply, out.interval()).instead(told.repaired());
            if (out.file().isPresent()) {
                var file = out.file().get();
                export.write(file, chosen.orElse(Format.CSV), Progress.NONE);
                ShardText.written(output, answered, file, result.countRows(Progress.NONE));
            } else if (chosen.isPresent()) {
                QueryText.printed(output, export, chosen.get());
            } else {
                QueryText.table(output, reply, out.interval());
            }
        }
    }

    private static Optional<Preflight> nothing(RowAnswers rows, Asking asked, RowReply.Answered answered) {
        return answered.rows().isEmpty()
                ? Optional.of(rows.preflight(asked, Progress.NONE)).filter(AheadText::isNothingShown)
                : Optional.empty();
    }

    /// Only a refusal that cost nothing is followed by another question.
    private static Optional<Repaired> repaired(RowReply reply, String sql) {
        return reply instanceof RowReply.Refused refused
                        && refused.charge().rho().signum() == 0
                ? refused.decision().repair().map(repair -> new Repaired(sql, refused.decision(), repair))
                : Optional.empty();
    }
}
