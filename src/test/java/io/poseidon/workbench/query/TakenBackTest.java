package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.LogReading;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.result.Result;
import io.poseidon.workbench.query.rows.LogReplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer is written down before its last row is known. Where that cannot be had, a further line takes it back.
class TakenBackTest {

    /// Nearly five million rows, of which one far down cannot be had.
    private static final String FAILS_LATE = "select cast(case when n = 3000000 then region else '1' end as integer)"
            + " from (select a.region, row_number() over () as n from spend a, spend b, spend c, spend d, spend e,"
            + " spend f, spend g, spend h, spend i, spend j, spend k, spend l, spend m, spend o)";

    @TempDir
    private Path folder;

    private Purchase purchase;
    private AuditLog log;
    private PurchaseQueries queries;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
        log = AuditLog.open(folder.resolve("state"), Clock.systemUTC());
        var gate = new Gate(log, Optional.empty(), Place.QUERY);
        queries = PurchaseQueries.open(purchase.sealed.engine, purchase.bundle, Limits.standard(), gate);
    }

    @AfterEach
    void close() {
        queries.close();
        purchase.close();
    }

    @Test
    void anAnswerThatFailsFurtherDownIsTakenBackOnce() {
        try (var result = answered(FAILS_LATE)) {
            assertThrows(Problem.class, () -> result.countRows(Progress.NONE));
            assertThrows(Problem.class, () -> result.scan(Progress.NONE, page -> {}));
        }
        var lines =
                LogReading.of(folder.resolve("state").resolve(AuditLog.NAME)).lines();
        assertEquals(2, lines.size());
        var decided = assertInstanceOf(Decided.class, lines.getFirst().entry());
        assertEquals(Outcome.ANSWERED, decided.outcome());
        assertEquals(
                new Corrected(lines.getFirst().sequence(), "query-failed"),
                lines.getLast().entry());
    }

    @Test
    void aSoundAnswerIsNotTakenBackWhateverItsReaderDoes() {
        try (var result = answered("from spend")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> result.scan(Progress.NONE, page -> {
                        throw new IllegalStateException("the disk is full");
                    }));
        }
        assertEquals(1, log.lines().size());
    }

    @Test
    void aFileOfItDoesNotAppear() throws Exception {
        var reply = (Reply.Answered) queries.ask(FAILS_LATE, Progress.NONE);
        var file = folder.resolve("late.csv");
        try (var result = reply.result()) {
            assertEquals(1, result.columns().size());
            assertThrows(Problem.class, () -> new Export(reply, true).write(file, Format.CSV, Progress.NONE));
        }
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(one -> one.toString().contains("late")).toList());
        }
        assertInstanceOf(Corrected.class, log.lines().getLast().entry());
    }

    @Test
    void aReplayUnderstandsIt() {
        try (var result = answered(FAILS_LATE)) {
            assertThrows(Problem.class, () -> result.countRows(Progress.NONE));
        }
        var replayed = replay();
        assertEquals(List.of(), replayed.differences());
        assertEquals(1, replayed.replayed());
    }

    @Test
    void aReplayFindsWhatTakesBackNoAnswer() {
        queries.ask("select nothing from spend", Progress.NONE);
        log.append(new Corrected(log.lines().getLast().sequence(), "query-failed"));
        assertEquals(
                List.of("correction"),
                replay().differences().stream().map(LogReplay.Difference::what).toList());
    }

    private LogReplay.Result replay() {
        return LogReplay.of(purchase.sealed.engine, OwnTables.policy(purchase.bundle), log.lines());
    }

    private Result answered(String sql) {
        return ((Reply.Answered) queries.ask(sql, Progress.NONE)).result();
    }
}
