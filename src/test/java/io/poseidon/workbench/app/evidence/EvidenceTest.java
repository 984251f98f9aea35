package io.poseidon.workbench.app.evidence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.OwnTables;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Seat;
import io.poseidon.workbench.query.audit.AuditEntry;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Exit;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.evidence.Evidence;
import io.poseidon.workbench.query.evidence.EvidenceExport;
import io.poseidon.workbench.query.evidence.Salt;
import io.poseidon.workbench.query.gate.Attestation;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records of answers from a purchase: made, held against results, forged.
class EvidenceTest {

    private static final String EVERY_TYPE = """
        select region, month, contributors, sum(amount_sum) over () total, amount_sum / 3 third,
          amount_sum / 7.25::decimal(5, 2) cents, contributors > 30 large, date '2026-07-01' + month::integer as day,
          timestamp '2026-07-01 00:00:00' + to_minutes(month::integer) moment, null::integer nothing, '' blank,
          'a "quoted", comma' quoted, 9007199254740993 + month beyond, -0.0::double zero
        from spend\
        """;

    private final Sealed sealed = new Sealed();

    @TempDir
    private Path folder;

    private Path record = Path.of("");
    private UserGate gate = new UserGate(Gate.forgetful(), Optional.empty());

    @BeforeEach
    void open() {
        record = folder.resolve("answer.evidence.json");
        var own = folder.resolve("own");
        gate = UserGate.open(own, KeyNotary.own(own, Optional.empty()), Place.QUERY, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    private void answered(String sql, Consumer<Reply.Answered> use) {
        var file = folder.resolve("card-spend-2026q3-gold.poseidon");
        if (!Files.exists(file)) {
            sealed.writeTo(folder);
        }
        try (var bundle = sealed.open(file, sealed.buyer).orThrow();
                var queries = PurchaseQueries.open(sealed.engine, bundle, Limits.standard(), gate.gate())) {
            var reply = (Reply.Answered) queries.ask(sql, Progress.NONE);
            try (var ignored = reply.result()) {
                use.accept(reply);
            }
        }
    }

    private void makeRecord(String sql) {
        answered(sql, reply -> new EvidenceExport(reply).write(record, Progress.NONE));
    }

    private EvidenceCheck.Sound sound() {
        return new EvidenceCheck(new Trust(List.of()), folder.resolve("own")).check(record);
    }

    private static String code(org.junit.jupiter.api.function.Executable call) {
        var problem = assertThrows(Problem.class, call);
        assertEquals(Problem.Kind.NOT_VERIFIED, problem.kind(), problem.code());
        return problem.code();
    }

    @Test
    void saysWhatWasAskedOfWhatUnderWhichPolicyAndLicence() {
        makeRecord("-- mine\nselect region, sum(amount_sum) s from spend group by 1");
        var sound = sound();
        var evidence = sound.evidence();
        assertEquals("you", sound.signer());
        assertEquals(Attestation.SELF, evidence.attestation());
        assertEquals("allow", evidence.asked().decision());
        assertEquals(64, evidence.asked().policy().length());
        assertEquals(64, evidence.asked().ran().tree().length());
        assertFalse(evidence.asked().ran().sql().contains("mine"), "what ran is regenerated");
        assertEquals("HDM-2026-004417", evidence.origin().get("licence"));
        assertEquals(64, evidence.origin().getOrDefault("licence_sha256", "").length());
        assertEquals("gold", evidence.origin().get("version"));
        assertEquals("s", evidence.noise().get("columns"));
        assertEquals(
                gate.gate().log().lines().getFirst().digest(), evidence.origin().get("log_head"));
        var report = new EvidenceReport(sound, true, Optional.empty());
        for (var locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            assertEquals(4, report.proves(locale).size());
            assertEquals(4, report.doesNotProve(locale).size());
            assertFalse((report.proves(locale) + "" + report.doesNotProve(locale)).contains("{"));
        }
        assertTrue(report.attestation(Locale.ENGLISH).startsWith("self-attested"));
    }

    @ParameterizedTest
    @CsvSource({
        "CSV,false",
        "CSV,true",
        "JSON,false",
        "JSON,true",
        "ARROW,false",
        "ARROW,true",
        "PARQUET,false",
        "PARQUET,true"
    })
    void isHeldAgainstTheFileThatWasTakenAway(Format format, boolean intervals) {
        var file = folder.resolve("result." + format.suffix());
        answered(EVERY_TYPE, reply -> {
            new EvidenceExport(reply).write(record, Progress.NONE);
            new Export(reply, intervals).write(file, format, Progress.NONE);
        });
        var check = new ResultCheck(sound().evidence(), record);
        assertDoesNotThrow(() -> check.require(file, Optional.empty()));
        var other = folder.resolve("other." + format.suffix());
        answered(
                EVERY_TYPE.replace("contributors,", "contributors + (month = 8)::integer contributors,"),
                reply -> new Export(reply, intervals).write(other, format, Progress.NONE));
        assertEquals("evidence-result-differs", code(() -> check.require(other, Optional.empty())));
    }

    /// Files hold the lower bound behind an upper one, with or without intervals.
    @ParameterizedTest
    @CsvSource({"CSV,false", "CSV,true", "JSON,false", "ARROW,true", "PARQUET,false"})
    void isHeldAgainstAFileWithLowerBounds(Format format, boolean intervals) {
        var file = folder.resolve("result." + format.suffix());
        answered("select region, sum(contributors) n, count(*) c from spend group by 1", reply -> {
            new EvidenceExport(reply).write(record, Progress.NONE);
            new Export(reply, intervals).write(file, format, Progress.NONE);
        });
        assertTrue(sound().evidence().result().columns().get(1).bound());
        var check = new ResultCheck(sound().evidence(), record);
        assertDoesNotThrow(() -> check.require(file, Optional.empty()));
    }

    @Test
    void seesEveryOtherValueRowNameAndOrderOfColumns() throws IOException {
        makeRecord("select region, month, contributors from spend");
        var check = new ResultCheck(sound().evidence(), record);
        var sound = "region,month,contributors\r\n서울,7,40\r\n서울,8,31\r\nBusan,7,25\r\n";
        assertDoesNotThrow(() -> check.require(csv(sound), Optional.empty()));
        var rowsMoved = "region,month,contributors\r\nBusan,7,25\r\n서울,7,40\r\n서울,8,31\r\n";
        assertDoesNotThrow(() -> check.require(csv(rowsMoved), Optional.empty()));
        for (var other : List.of(
                sound.replace("40", "41"),
                sound.replace("40", ""),
                sound.replace("Busan", "\"\""),
                sound.replace("Busan", "busan"),
                sound.replace("contributors", "people"),
                sound.replace("Busan,7,25\r\n", ""),
                sound + "Busan,7,25\r\n",
                sound.replace("25\r\n", "25,1\r\n"),
                "month,region,contributors\r\n7,서울,40\r\n8,서울,31\r\n7,Busan,25\r\n",
                "")) {
            var file = csv(other);
            assertEquals("evidence-result-differs", code(() -> check.require(file, Optional.empty())), other);
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), text);
    }

    /// A record alone must not let anybody find a small result by trying.
    @Test
    void keepsTheSaltApartAndItsFileForTheOwner() throws IOException {
        makeRecord("select count(*) n from spend");
        var salt = Salt.beside(record);
        assertEquals(folder.resolve("answer.evidence.salt"), salt);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(salt)));
        var payload = new String(Dsse.parse(Files.readAllBytes(record)).payload(), StandardCharsets.UTF_8);
        assertFalse(payload.contains(Files.readString(salt).strip()));
        var first = sound().evidence().result().digest();
        makeRecord("select count(*) n from spend");
        assertFalse(first.equals(sound().evidence().result().digest()), "the same answer looks different each time");
        var check = new ResultCheck(sound().evidence(), record);
        Files.writeString(salt, "0".repeat(64));
        var file = csv("n\r\n3\r\n");
        assertEquals("evidence-salt-wrong", code(() -> check.require(file, Optional.empty())));
        Files.delete(salt);
        assertEquals("evidence-salt-missing", code(() -> check.require(file, Optional.empty())));
    }

    @Test
    void refusesAChangedByteAnywhere() throws IOException {
        makeRecord("select 1 one");
        var sound = Files.readAllBytes(record);
        var random = new Random(7);
        for (int at = random.nextInt(5); at < sound.length; at += 5) {
            var changed = sound.clone();
            changed[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(record, changed);
            int where = at;
            var problem = assertThrows(Problem.class, this::sound, () -> "byte " + where);
            assertEquals(Problem.Kind.NOT_VERIFIED, problem.kind(), "byte " + where);
        }
        for (int length = 0; length < sound.length; length += 97) {
            Files.write(record, Arrays.copyOf(sound, length));
            assertEquals("evidence-damaged", code(this::sound));
        }
    }

    /// What a forger with a key of their own can do, and with a wrong spelling.
    @Test
    void refusesForgeries() throws IOException {
        makeRecord("select 1 one");
        var envelope = Dsse.parse(Files.readAllBytes(record));
        var statement = (ObjectNode) CanonicalJson.parse(envelope.payload());
        try (var own = SigningKey.read(folder.resolve("own/evidence.key"));
                var stranger = SigningKey.generate()) {
            assertEquals("evidence-signature", forged(statement, Evidence.PAYLOAD_TYPE, stranger), "another's name");
            assertEquals(
                    "evidence-unknown-signer", forged(signedBy(statement, stranger), Evidence.PAYLOAD_TYPE, stranger));
            assertEquals("evidence-other-kind", forged(statement, "application/json", own));
            assertEquals("evidence-newer", forged(statement.deepCopy().put("evidence", 2), Evidence.PAYLOAD_TYPE, own));
            assertEquals(
                    "evidence-damaged", forged(statement.deepCopy().put("note", "more"), Evidence.PAYLOAD_TYPE, own));
            var less = statement.deepCopy();
            less.remove("noise");
            assertEquals("evidence-damaged", forged(less, Evidence.PAYLOAD_TYPE, own));
            var spaced = new String(envelope.payload(), StandardCharsets.UTF_8).replace(",", ", ");
            Files.write(
                    record,
                    Dsse.sign(Evidence.PAYLOAD_TYPE, spaced.getBytes(StandardCharsets.UTF_8), own)
                            .toBytes());
            assertEquals("evidence-damaged", code(this::sound));
        }
    }

    /// The signer of a record that says two things.
    @Test
    void recomputesTheTreeFromTheTextAndRefusesAnother() throws IOException {
        makeRecord("select region, sum(amount_sum) s from spend group by 1");
        var trees = new TreeCheck(sealed.engine.sqlText());
        assertTrue(trees.require(sound().evidence()));
        var statement = (ObjectNode)
                CanonicalJson.parse(Dsse.parse(Files.readAllBytes(record)).payload());
        try (var own = SigningKey.read(folder.resolve("own/evidence.key"))) {
            for (var other : List.of("SELECT 1", "not a question", "(".repeat(5000), "SELECT 1; SELECT 2")) {
                question(statement).put("sql", other);
                sign(statement, own);
                var evidence = sound().evidence();
                assertEquals("evidence-tree-differs", code(() -> trees.require(evidence)), other);
            }
            question(statement).remove("engine");
            sign(statement, own);
            var evidence = sound().evidence();
            assertEquals("evidence-tree-differs", code(() -> trees.require(evidence)));
            question(statement).put("engine", "v9.9.9");
            sign(statement, own);
            assertFalse(trees.require(sound().evidence()), "an engine we do not have");
        }
        var report = new EvidenceReport(sound(), false, Optional.empty());
        assertTrue(report.doesNotProve(Locale.ENGLISH).toString().contains("v9.9.9"));
    }

    private static ObjectNode question(ObjectNode statement) {
        return (ObjectNode) statement.path("question");
    }

    private void sign(ObjectNode statement, SigningKey key) throws IOException {
        Files.write(
                record,
                Dsse.sign(Evidence.PAYLOAD_TYPE, CanonicalJson.of(statement), key)
                        .toBytes());
    }

    /// As the first builds wrote them.
    @Test
    void readsRecordsWithoutAnEngineAndWithoutUploads() throws IOException {
        makeRecord("select 1 one");
        var statement = (ObjectNode)
                CanonicalJson.parse(Dsse.parse(Files.readAllBytes(record)).payload());
        question(statement).remove("engine");
        try (var own = SigningKey.read(folder.resolve("own/evidence.key"))) {
            sign(statement, own);
        }
        var evidence = sound().evidence();
        assertEquals(Optional.empty(), evidence.asked().ran().engine());
        assertTrue(new TreeCheck(sealed.engine.sqlText()).require(evidence));
    }

    @Test
    void namesTheOwnTablesThatTheQuestionUses() throws IOException {
        var mine = Files.writeString(folder.resolve("mine.csv"), "region,stores\n서울,3\nBusan,2\n");
        var other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");
        var file = folder.resolve("card-spend-2026q3-gold.poseidon");
        sealed.writeTo(folder);
        try (var bundle = sealed.open(file, sealed.buyer).orThrow()) {
            var files = Map.of("My_Stores", mine, "unused", other);
            var uploads = OwnTables.read(sealed.engine, bundle, files, Progress.NONE);
            var seat = Seat.of(Limits.standard(), gate.gate()).with(uploads);
            try (var queries = PurchaseQueries.open(sealed.engine, bundle, seat)) {
                var sql = "select m.stores, sum(amount_sum) s from spend join my_stores m using (region) group by 1";
                var reply = (Reply.Answered) queries.ask(sql, Progress.NONE);
                try (var ignored = reply.result()) {
                    new EvidenceExport(reply).write(record, Progress.NONE);
                }
            }
            var digest = uploads.get("my_stores").digest();
            assertEquals(Map.of("my_stores", digest), sound().evidence().asked().uploads());
            var report = new EvidenceReport(sound(), true, Optional.empty());
            assertTrue(report.proves(Locale.KOREAN).toString().contains(digest));
        }
    }

    private String forged(ObjectNode statement, String type, SigningKey key) throws IOException {
        Files.write(record, Dsse.sign(type, CanonicalJson.of(statement), key).toBytes());
        return code(this::sound);
    }

    private static ObjectNode signedBy(ObjectNode statement, SigningKey key) {
        var copy = statement.deepCopy();
        copy.putObject("signer")
                .put("keyId", key.verifyingKey().keyId().hex())
                .put(
                        "publicKey",
                        Base64.getEncoder().encodeToString(key.verifyingKey().spki()));
        return copy;
    }

    @Test
    void standsInTheLogBeforeItAppears() {
        makeRecord("select 1 one");
        var left = (AuditEntry.Left) gate.gate().log().lines().getLast().entry();
        assertEquals(Exit.EVIDENCE, left.exit());
        assertEquals(0, left.decision());
        var nowhere = folder.resolve("none/x.evidence.json");
        answered(
                "select 1 one",
                reply -> assertThrows(Problem.class, () -> new EvidenceExport(reply).write(nowhere, Progress.NONE)));
        assertEquals(3, gate.gate().log().lines().size(), "what did not leave is not said to have left");
    }

    @Test
    void keepsItsKeyForItsOwnerAndUsesItAgain() throws IOException {
        makeRecord("select 1 one");
        var key = folder.resolve("own/evidence.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        var first = sound().keyId();
        makeRecord("select 2 two");
        assertEquals(first, sound().keyId());
    }

    @Test
    void goesOnWithoutALogThatIsDamagedAndLeavesItAlone() throws IOException {
        var bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve(AuditLog.NAME), "{}\n");
        var opened = UserGate.open(bad, KeyNotary.own(bad, Optional.empty()), Place.QUERY, Clock.systemUTC());
        assertEquals("log-damaged", opened.trouble().orElseThrow().code());
        gate = opened;
        makeRecord("select 1 one");
        assertEquals("{}\n", Files.readString(bad.resolve(AuditLog.NAME)));
    }
}
