package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadySessionTest {

    private Engine engine;
    private ReadySession ready;

    @BeforeEach
    void open() {
        engine = Engine.start();
        ready = new ReadySession(engine, Limits.standard().withThreads(1));
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        ready.close();
        engine.close();
    }

    private List<Long> ask(String name, String sql, long... numbers) {
        try (var table = ArrowTable.builder(engine, name).integers("n", numbers).build()) {
            return ready.over(List.of(table), session -> numbers(session, sql));
        }
    }

    private static List<Long> numbers(LockedSession session, String sql) {
        var found = new ArrayList<Long>();
        try (var answer = session.query(sql, Progress.NONE)) {
            answer.scan(Progress.NONE, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    found.add(rows.integer(0, row));
                }
            });
        }
        return found;
    }

    @Test
    void eachSetOfTablesIsSeenByItsOwnQuestionsOnly() {
        assertEquals(List.of(3L, 1L), ask("told", "SELECT n FROM told ORDER BY n DESC", 1, 3));
        assertEquals(List.of(7L), ask("told", "SELECT n FROM told ORDER BY n DESC", 7));
        assertEquals(List.of(5L), ask("other", "SELECT n FROM other", 5));
        var gone = assertThrows(Problem.class, () -> ask("other", "SELECT n FROM told", 5));
        assertEquals("query-unbound", gone.code());
    }

    @Test
    void whatWasTakenAwayCannotBeReadByItsFunctionEither() {
        var function = "SELECT n FROM \"scan 1 of told\"()";
        assertEquals(List.of(1L, 3L), ask("told", function, 1, 3), "as long as it is shown");
        try (var table = ArrowTable.builder(engine, "other").integers("n", 5).build()) {
            ready.over(
                    List.of(table),
                    session -> assertThrows(Problem.class, () -> numbers(session, function), "after it"));
        }
        assertEquals(List.of(7L), ask("told", "SELECT n FROM told", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET threads=4",
                "SET lock_configuration=false",
                "SET enable_external_access=true",
                "ATTACH '/tmp/other.db'",
                "INSTALL httpfs",
                "SELECT count(*) FROM read_text('%s')",
                "COPY told TO '%s'",
                "SELECT n FROM '%s'"
            })
    void isLockedAlsoAfterTablesWereShown(String statement, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("secret.csv"), "n\n1\n");
        assertEquals(List.of(1L), ask("told", "SELECT n FROM told", 1));
        assertThrows(Problem.class, () -> ask("told", statement.formatted(file), 2));
        assertEquals("n\n1\n", Files.readString(file));
        assertFalse(Files.exists(Path.of("/tmp/other.db")));
        assertEquals(List.of(3L), ask("told", "SELECT n FROM told", 3), "and goes on");
    }

    @Test
    void goesOnAfterAFailureAndACancelledQuestion() {
        assertThrows(Problem.class, () -> ask("told", "SELECT CAST('x' AS INTEGER) + n FROM told", 1));
        assertEquals(List.of(2L), ask("told", "SELECT n FROM told", 2));
        try (var table = ArrowTable.builder(engine, "told").integers("n", 4).build()) {
            assertThrows(
                    CancelledException.class,
                    () -> ready.over(List.of(table), session -> {
                        throw new CancelledException();
                    }));
        }
        assertEquals(List.of(3L), ask("told", "SELECT n FROM told", 3));
    }

    @Test
    void outlastsManySets() {
        for (long i = 0; i < 600; i++) {
            assertEquals(List.of(i), ask("told", "SELECT n FROM told", i));
        }
    }
}
