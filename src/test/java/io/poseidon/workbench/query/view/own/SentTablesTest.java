package io.poseidon.workbench.query.view.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.shard.ShardFiles;
import io.poseidon.workbench.query.shard.ShardFolder;
import io.poseidon.workbench.query.shard.ShardQueries;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.BesideRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Own tables that are sent to a shard, without a toolkit: outcomes are delivered on the test's own thread.
class SentTablesTest {

    private static final String MINE =
            "SELECT COUNT(DISTINCT user_id) AS people FROM txn JOIN my_customers USING (user_id)";

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final List<Problem> told = new ArrayList<>();
    private final SimpleObjectProperty<Optional<Venue>> asked = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Engine engine;
    private ShardQueries shard;
    private BesideRows rows;
    private OwnTablesModel own;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.start();
        ShardFolder.write(folder.resolve("harbour"));
        start();
    }

    /// Closing the engine fails where anything was left open.
    @AfterEach
    void close() throws InterruptedException {
        end();
        jobs.close();
        engine.close();
        assertEquals(List.of(), told);
    }

    @Test
    void aQuestionThatJoinsItIsDecidedCostedAndAnswered() throws Exception {
        assertInstanceOf(Reply.Refused.class, venue().ask(MINE, Progress.NONE), "nothing was sent yet");
        own.add(List.of(customers(0, 300)));
        settle();
        var here = assertInstanceOf(OwnTable.Here.class, only());
        assertEquals("my_customers", here.name(), "the one that the policy declares");
        assertTrue(venue().decide(MINE).mayRun());
        var cost = assertInstanceOf(
                Cost.Charged.class, venue().preflight(MINE, Progress.NONE).cost());
        assertEquals(Rational.of(1, 10), cost.rho());
        var answered = assertInstanceOf(Reply.Answered.class, venue().ask(MINE, Progress.NONE));
        try (var result = answered.result()) {
            assertEquals(300, result.page(0, 1, Progress.NONE).rows().number(0, 0), 20);
        }
        assertEquals(Rational.of(1, 10), answered.receipt().rho());
        assertEquals(List.of(here.upload().digest()), shard.frozen("my_customers"));
    }

    @Test
    void provenanceAndEvidenceNameItsDigest() throws Exception {
        own.add(List.of(customers(0, 300)));
        settle();
        var digest = only().known().orElseThrow();
        var fact = Provenance.ownKey("my_customers");
        assertEquals(digest, venue().provenance().facts().get(fact));
        var answered = assertInstanceOf(Reply.Answered.class, venue().ask(MINE, Progress.NONE));
        var file = folder.resolve("answer.evidence.json");
        try (var result = answered.result()) {
            assertEquals(digest, result.metadata().get(fact));
            venue().evidence(answered, file, Progress.NONE);
        }
        var envelope = new JsonMapper().readTree(Files.readString(file));
        var statement =
                new String(Base64.getDecoder().decode(envelope.path("payload").asText()));
        assertTrue(statement.contains(digest), statement);
    }

    @Test
    void anotherTableUnderAFrozenNameNeedsConsent() throws Exception {
        own.add(List.of(customers(0, 300)));
        settle();
        answered();
        var before = only().known().orElseThrow();
        own.add(List.of(customers(300, 600)));
        settle();
        var changed = assertInstanceOf(OwnTable.Changed.class, only());
        assertEquals(before, changed.before());
        assertEquals(Rational.ZERO, answered(), "until then the old one is asked about, which is paid");
        own.accept(changed);
        settle();
        assertEquals(Set.of("my_customers"), own.uploadsProperty().get().replaced());
        assertEquals(Rational.of(1, 10), answered(), "a new question with its own cost");
        assertEquals(2, shard.frozen("my_customers").size());
    }

    @Test
    void whatWasNeverAskedAboutIsReplacedWithoutAsking() throws Exception {
        own.add(List.of(customers(0, 300)));
        settle();
        own.add(List.of(customers(300, 600)));
        settle();
        assertFalse(assertInstanceOf(OwnTable.Here.class, only()).replaces());
        assertEquals(Set.of(), own.uploadsProperty().get().replaced());
    }

    @Test
    void takingItAwayDoesNotMakeTheShardForget() throws Exception {
        own.add(List.of(customers(0, 300)));
        settle();
        answered();
        own.remove(only());
        assertInstanceOf(Reply.Refused.class, venue().ask(MINE, Progress.NONE));
        own.add(List.of(customers(1, 300)));
        settle();
        own.accept(assertInstanceOf(OwnTable.Changed.class, only()));
        var refused = assertInstanceOf(Reply.Refused.class, venue().ask(MINE, Progress.NONE));
        assertEquals(Rule.SPAN, refused.decision().rule(), "target in, target out");
    }

    @Test
    void isThereAgainAfterARestartAndItsContentIsComparedWithTheShard() throws Exception {
        own.add(List.of(customers(0, 300)));
        settle();
        answered();
        restart();
        assertInstanceOf(OwnTable.Here.class, only());
        assertEquals(Rational.ZERO, answered());
        customers(300, 600);
        restart();
        assertTrue(assertInstanceOf(OwnTable.Changed.class, only()).used().isEmpty());
    }

    @Test
    void aBadTableSaysTheShardsProblemInItsPlace() throws Exception {
        var file = folder.resolve("customers.csv");
        for (var bad :
                List.of("user,segment\nu1,x\n|upload-column-missing", "user_id,segment\nu1\n|csv-too-few-fields")) {
            var parts = bad.split("\\|");
            Files.writeString(file, parts[0]);
            own.add(List.of(file));
            settle();
            assertEquals(
                    parts[1],
                    assertInstanceOf(OwnTable.Broken.class, only()).problem().code());
        }
        assertEquals(Optional.of(shard), rows.venueProperty().get(), "nothing is sent");
    }

    @Test
    void aPlaceThatTakesNoneHasNone() throws Exception {
        asked.set(Optional.empty());
        settle();
        assertTrue(own.place().getValue().isEmpty());
        assertTrue(rows.venueProperty().get().isEmpty());
    }

    private Rational answered() {
        var answered = assertInstanceOf(Reply.Answered.class, venue().ask(MINE, Progress.NONE));
        answered.result().close();
        return answered.receipt().rho();
    }

    private Venue venue() {
        return rows.venueProperty().get().orElseThrow();
    }

    private OwnTable only() {
        assertEquals(1, own.tables().size(), own.tables().toString());
        return own.tables().getFirst();
    }

    private Path customers(int from, int to) throws IOException {
        var lines = new StringBuilder("user_id,segment\n");
        IntStream.range(from, to).forEach(person -> lines.append("u%d,any%n".formatted(person)));
        return Files.writeString(folder.resolve("customers.csv"), lines);
    }

    private void start() throws InterruptedException {
        shard = ShardQueries.open(engine, "harbour", ShardFiles.in(folder.resolve("harbour")), ShardFolder.seat());
        rows = new BesideRows(jobs, asked, UploadShelf.open(folder.resolve("own-tables.json")), told::add);
        own = rows.own();
        asked.set(Optional.of(shard));
        settle();
    }

    private void end() throws InterruptedException {
        asked.set(Optional.empty());
        settle();
        shard.close();
    }

    private void restart() throws InterruptedException {
        end();
        start();
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
