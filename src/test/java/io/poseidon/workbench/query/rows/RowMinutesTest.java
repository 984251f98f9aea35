package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.audit.AuditEntry;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditLine;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.LogReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a holder of rows writes down about each question.
class RowMinutesTest {

    private static final String COUNT = "select region, count(*) n from txn group by region";

    private final Engine engine = Engine.start();
    private final Shop shop = Shop.random(3, 400);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private List<AuditEntry> entries() {
        return LogReading.of(folder.resolve("state").resolve(AuditLog.NAME)).lines().stream()
                .map(AuditLine::entry)
                .toList();
    }

    @Test
    void keepsEveryEndOfAQuestionWithTheBudgetBeforeAndAfter() throws IOException {
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, COUNT);
            Shop.ask(answers, "select user_id from txn");
            assertThrows(Problem.class, () -> Shop.ask(answers, "select cast('x' || sum(amount) as integer) from txn"));
            Shop.ask(answers, "-- again\n" + COUNT);
        }
        var lines = entries().stream().map(Decided.class::cast).toList();
        assertEquals(
                List.of(Outcome.ANSWERED, Outcome.REFUSED, Outcome.FAILED, Outcome.ANSWERED),
                lines.stream().map(Decided::outcome).toList());
        assertEquals("filter", lines.getFirst().decision());
        assertEquals("ROW_PROJECTION", lines.get(1).rules().getFirst());
        assertEquals("answer-failed", lines.get(2).code());
        var spent = Rational.ZERO;
        for (var line : lines) {
            var people = line.people().orElseThrow();
            assertEquals(spent, people.before());
            spent = people.after();
        }
        var costs = lines.stream()
                .map(line -> line.people()
                        .orElseThrow()
                        .after()
                        .minus(line.people().orElseThrow().before())
                        .signum())
                .toList();
        assertEquals(List.of(1, 0, 1, 0), costs, "a failure costs, a refusal of the text and a repetition do not");
        assertEquals(lines.getFirst().result(), lines.getLast().result(), "the same answer has the same keyed digest");
        assertEquals(lines.getFirst().ran(), lines.getLast().ran(), "what ran is regenerated");
    }

    @Test
    void holdsNoNumberOfAnAnswer() throws IOException {
        shop.budget = "{rho: 2000, perNumber: 0.5, perQuery: 100, allBuyers: 4000, delta: 1e-9}";
        List<String> numbers;
        try (var answers = shop.open(engine, folder)) {
            var answered =
                    (RowReply.Answered) Shop.ask(answers, "select region, sum(amount) s from txn group by region");
            numbers = answered.rows().stream()
                    .map(row -> String.valueOf(row.getLast().orElseThrow()))
                    .toList();
        }
        var text = Files.readString(folder.resolve("state").resolve(AuditLog.NAME));
        assertFalse(numbers.isEmpty());
        numbers.forEach(number -> assertFalse(text.contains(number), number));
    }

    /// Killed between the reservation and the line of the log.
    @Test
    void isBroughtUpToTheLedgerAfterACrash() throws IOException {
        var log = folder.resolve("state").resolve(AuditLog.NAME);
        var end = log.resolveSibling("audit.log.end");
        byte[] lines;
        byte[] last;
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, COUNT);
            lines = Files.readAllBytes(log);
            last = Files.readAllBytes(end);
            Shop.ask(answers, "select age_band, count(*) n from txn group by age_band");
        }
        Files.write(log, lines);
        Files.write(end, last);
        shop.open(engine, folder).close();
        var charged = (Charged) entries().getLast();
        assertEquals("buyer", charged.buyer());
        assertEquals(Rational.ONE, charged.before());
        assertEquals(Rational.of(2), charged.after());
        shop.open(engine, folder).close();
        assertEquals(2, entries().size(), "once");
    }

    @Test
    void answersNothingThatItCannotWriteDown() throws IOException {
        shop.open(engine, folder).close();
        var state = folder.resolve("state");
        Files.writeString(state.resolve(AuditLog.NAME), "no line\n");
        var problem =
                assertThrows(Problem.class, () -> shop.open(engine, folder).close());
        assertEquals("log-damaged", problem.code());
        assertTrue(Files.readString(state.resolve(AuditLog.NAME)).startsWith("no line"));
    }

    @Test
    void givesEvidenceItsOrigin() throws IOException {
        try (var answers = shop.open(engine, folder)) {
            var recorded = answers.ask(Asking.of("buyer", COUNT), Progress.NONE);
            assertEquals("txn", recorded.origin().table());
            assertEquals(shop.policy().digest(), recorded.origin().policy());
            assertEquals(0, recorded.pass().decision());
        }
    }
}
