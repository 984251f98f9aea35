package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.AheadOption;
import io.poseidon.workbench.app.command.option.EvidenceOption;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.OwnTableOptions;
import io.poseidon.workbench.app.command.text.AheadText;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.cases.DecisionDocument;
import io.poseidon.workbench.query.cases.PreflightDocument;
import io.poseidon.workbench.query.evidence.RowEvidenceExport;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.rows.Asking;
import io.poseidon.workbench.query.rows.RowAnswers;
import io.poseidon.workbench.query.rows.RowOutlook;
import io.poseidon.workbench.query.rows.RowReply;
import io.poseidon.workbench.query.rows.Timing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A question over rows, answered as the shard that holds them would: options and output.
public final class ShardOption {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    @Option(names = "--shard", paramLabel = "DATA", description = "rows of people: CSV, Parquet or Arrow")
    private @Nullable Path data;

    @Option(names = "--policy", paramLabel = "P", description = "with --shard: the policy of the rows")
    private @Nullable Path policy;

    @Option(names = "--state", paramLabel = "DIR", description = "with --shard: the holder's ledger and secrets")
    private @Nullable Path state;

    @Option(
            names = "--buyer",
            paramLabel = "NAME",
            description = "with --shard: the organisation that asks (default: ${DEFAULT-VALUE})",
            defaultValue = "local")
    private String buyer = "local";

    public boolean isGiven() {
        return data != null;
    }

    /// Asks with the asker's own tables, prints, writes evidence where it is asked for, and gives the exit code. `at`
    /// decides whether the policy is valid.
    public int answer(
            Output output, String sql, OwnTableOptions own, EvidenceOption evidence, AheadOption ahead, Instant at) {
        if (data == null || policy == null || state == null) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-needs-policy-and-state");
        }
        evidence.refuseForShard();
        var document = PolicyDocument.read(policy);
        var timing = Timing.standard().on(Clock.fixed(at, ZoneOffset.UTC));
        try (var engine = Engine.start();
                var rows = RowAnswers.open(engine, document, data, state, timing)) {
            var asking = new Asking(buyer, sql, own.beside(engine, document), own.purpose());
            var first = rows.ask(asking, Progress.NONE);
            var repaired = ahead.repair() ? repaired(first.reply(), sql) : Optional.<Repaired>empty();
            repaired.ifPresent(other -> AheadText.repaired(output, other));
            var text = repaired.map(other -> other.repair().sql()).orElse(sql);
            var recorded = repaired.isEmpty() ? first : rows.ask(asking.asking(text), Progress.NONE);
            return switch (recorded.reply()) {
                case RowReply.Answered answered -> {
                    var export = new RowEvidenceExport(engine.sqlText(), KeyNotary.shard(state));
                    evidence.file().ifPresent(file -> {
                        export.write(recorded, answered, text, file);
                        output.say("evidence, signed by the shard: " + file);
                    });
                    var nothing = answered.rows().isEmpty()
                            ? Optional.of(rows.preflight(asking.asking(text), Progress.NONE))
                                    .filter(AheadText::isNothingShown)
                            : Optional.<Preflight>empty();
                    print(output, answered, repaired, nothing);
                    nothing.ifPresent(again -> AheadText.nothingShown(output, again));
                    yield 0;
                }
                case RowReply.Refused refused -> {
                    print(output, refused);
                    yield Problem.Kind.REFUSED.exitCode();
                }
            };
        }
    }

    /// What it would bring, by policy and ledger: the rows are not opened, nothing is charged or written.
    public int lookAhead(Output output, String sql, OwnTableOptions own, Instant at) {
        if (data == null || policy == null || state == null) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-needs-policy-and-state");
        }
        var document = PolicyDocument.read(policy);
        var timing = Timing.standard().on(Clock.fixed(at, ZoneOffset.UTC));
        try (var engine = Engine.start();
                var outlook = RowOutlook.open(engine, document, state, timing)) {
            var asking = new Asking(buyer, sql, own.beside(engine, document), own.purpose());
            return AheadText.dryRun(output, outlook.of(asking, Progress.NONE));
        }
    }

    /// Only a refusal that cost nothing is followed by another question.
    private static Optional<Repaired> repaired(RowReply reply, String sql) {
        return reply instanceof RowReply.Refused refused
                        && refused.charge().rho().signum() == 0
                ? refused.decision().repair().map(repair -> new Repaired(sql, refused.decision(), repair))
                : Optional.empty();
    }

    private static void print(
            Output output, RowReply.Answered answered, Optional<Repaired> repaired, Optional<Preflight> nothing) {
        var document = Output.object().put("decision", answered.decision().word());
        if (repaired.isPresent()) {
            var other = document.putObject("repaired");
            repaired.get().facts().forEach(other::put);
        }
        var columns = document.putArray("columns");
        answered.columns()
                .forEach(column -> columns.addObject()
                        .put("name", column.name())
                        .put("type", column.type().name().toLowerCase(Locale.ROOT))
                        .putNull("unit"));
        var rows = document.putArray("rows");
        answered.rows().forEach(row -> {
            var values = rows.addArray();
            row.forEach(value -> add(values, value));
        });
        var noise = document.putObject("noise");
        answered.noise().forEach(part -> noise.put(part.number(), part.sigma()));
        charge(document, answered.charge());
        nothing.ifPresent(again -> PreflightDocument.nothingShown(document.putObject("nothingShown"), again));
        output.document(document, text(answered));
    }

    private static void print(Output output, RowReply.Refused refused) {
        var document = Output.object();
        DecisionDocument.fill(document, refused.decision());
        charge(document, refused.charge());
        var words = new Explanations(Locale.ENGLISH);
        var why = words.why(refused.decision());
        var next = refused.decision()
                .repair()
                .map(repair -> "Allowed instead: " + repair.sql())
                .orElse("Ask in a way the policy allows.");
        document.putObject("error")
                .put("code", refused.decision().rule().name())
                .put("message", why)
                .put("next", next);
        var needs = words.needs(refused.decision().rule());
        output.document(document, "refuse: " + why + "\nneeded: " + needs + "\n" + next);
    }

    private static void charge(ObjectNode into, RowReply.Charge charge) {
        into.putObject("charge")
                .put("rho", charge.rho().toString())
                .put("spent", charge.spent().toString())
                .put("allowance", charge.allowance().toString())
                .putObject("known")
                .put("numbers", charge.known().numbers())
                .put("cells", charge.known().cells());
    }

    /// Whole numbers beyond 2^53 and decimals are texts.
    private static void add(ArrayNode into, Optional<Object> value) {
        switch (value.orElse("")) {
            case Object any when value.isEmpty() -> into.addNull();
            case Long whole when Math.abs(whole) <= EXACT_IN_DOUBLE -> into.add(whole);
            case Double real when Double.isFinite(real) -> into.add(real);
            case Boolean flag -> into.add(flag);
            case BigInteger whole -> into.add(whole.toString());
            case BigDecimal decimal -> into.add(decimal.toPlainString());
            case Object other -> into.add(String.valueOf(other));
        }
    }

    private static String text(RowReply.Answered answered) {
        var head = answered.columns().stream().map(column -> column.name()).collect(Collectors.joining("\t"));
        var lines = answered.rows().stream().map(ShardOption::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? head : head + "\n" + lines;
    }

    private static String line(List<Optional<Object>> row) {
        return row.stream().map(value -> value.map(String::valueOf).orElse("")).collect(Collectors.joining("\t"));
    }
}
