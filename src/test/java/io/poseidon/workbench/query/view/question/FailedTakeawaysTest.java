package io.poseidon.workbench.query.view.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.gate.Notary;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An answer that cannot be taken away says why and what to do, and nothing of it is left.
class FailedTakeawaysTest {

    /// A device on which there is never room.
    private static final Path FULL = Path.of("/dev/full");

    /// A folder in which nobody may write, not even an administrator.
    private static final Path READ_ONLY = Path.of("/proc/self");

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final List<Outcome<Path>> outcomes = new ArrayList<>();
    private final SimpleObjectProperty<Optional<PurchaseQueries>> open = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Purchase purchase;
    private Path home;

    @BeforeEach
    void open() throws IOException {
        purchase = new Purchase(folder);
        home = Files.createDirectory(folder.resolve("home"));
    }

    @AfterEach
    void close() throws InterruptedException {
        open.get().ifPresent(queries -> {
            open.set(Optional.empty());
            queries.close();
        });
        deliveries.settle(jobs);
        jobs.close();
        purchase.close();
    }

    @Test
    void nobodySigns() throws Exception {
        asked(Optional.empty()).exportEvidence(home.resolve("answer.evidence.json"), outcomes::add);
        failsWith("nobody-signs");
    }

    @Test
    void theKeyCannotBeKept() throws Exception {
        var inTheWay = Files.createFile(folder.resolve("settings"));
        asked(Optional.of(KeyNotary.own(inTheWay, Optional.empty())))
                .exportEvidence(home.resolve("answer.evidence.json"), outcomes::add);
        failsWith("key-unwritable");
    }

    @Test
    void theKeyIsNone() throws Exception {
        var key = Files.writeString(folder.resolve("other.key"), "no key");
        asked(Optional.of(KeyNotary.own(folder, Optional.of(key))))
                .exportEvidence(home.resolve("answer.evidence.json"), outcomes::add);
        assertNotEquals("query-bug", failed().code());
    }

    @Test
    void theFolderIsReadOnly() throws Exception {
        asked(signing()).exportEvidence(READ_ONLY.resolve("answer.evidence.json"), outcomes::add);
        failsWith("export-unwritable");
    }

    @Test
    void theDiskIsFull() throws Exception {
        var file = home.resolve("answer.evidence.json");
        fills(file);
        asked(signing()).exportEvidence(file, outcomes::add);
        failsWith("export-unwritable");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theDiskIsFullWhileATableIsWritten(Format format) throws Exception {
        var file = home.resolve("answer." + format.suffix());
        fills(file);
        asked(signing()).export(file, format, outcomes::add);
        failsWith("export-unwritable");
    }

    @Test
    void aRecordThatWasThereStaysWhereTheDiskIsFull() throws Exception {
        var file = home.resolve("answer.evidence.json");
        Files.writeString(file, "the one before");
        fills(file);
        asked(signing()).exportEvidence(file, outcomes::add);
        assertEquals("export-unwritable", failed().code());
        assertEquals("the one before", Files.readString(file));
    }

    /// What is written to a draft goes to the full device.
    private static void fills(Path file) throws IOException {
        var draft =
                "." + file.getFileName() + ".draft-" + ProcessHandle.current().pid();
        Files.createSymbolicLink(file.resolveSibling(draft), FULL);
    }

    private Optional<Notary> signing() {
        return Optional.of(KeyNotary.own(folder.resolve("person"), Optional.empty()));
    }

    private QueryModel asked(Optional<Notary> notary) throws InterruptedException {
        var gate = new Gate(AuditLog.inMemory(Clock.systemUTC()), notary, Place.QUERY);
        open.set(Optional.of(PurchaseQueries.open(purchase.sealed.engine, purchase.bundle, Limits.standard(), gate)));
        var question = new QueryTabs(jobs, open, new Workbook(folder.resolve("book")), Clock.systemUTC()).shown();
        question.textProperty().set("select region, sum(amount_sum) as won from spend group by 1");
        question.run();
        deliveries.settle(jobs);
        assertInstanceOf(QueryState.Answered.class, question.state());
        return question;
    }

    private void failsWith(String code) throws Exception {
        assertEquals(code, failed().code());
        try (var left = Files.list(home)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /// With a message and a next step in both languages.
    private Problem failed() throws InterruptedException {
        deliveries.settle(jobs);
        var failed = assertInstanceOf(Outcome.Failed.class, outcomes.getFirst());
        var problem = assertInstanceOf(Problem.class, failed.cause());
        for (var language : Language.values()) {
            var words = new Words(language);
            assertNotEquals("", words.next(problem).getValue());
            assertNotEquals(
                    words.message(problem).getValue(), words.next(problem).getValue());
        }
        return problem;
    }
}
