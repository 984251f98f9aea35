package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.LogReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `query --evidence` and `verify` of what it wrote, from cells and from rows.
class EvidenceCommandTest {

    private static final String SUM = "select region, sum(amount_sum) s from spend group by 1 order by 1";
    private static final String PEOPLE = "select region, count(*) n from txn group by region";

    private final Sealed sealed = new Sealed();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private String record = "";
    private String signer = "";

    @BeforeEach
    void keys() {
        record = folder.resolve("a.evidence.json").toString();
        var key = folder.resolve("signer.key");
        try (var fresh = SigningKey.generate()) {
            fresh.write(key);
            fresh.verifyingKey().write(folder.resolve("signer.pub"));
        }
        signer = key.toString();
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void makesAndVerifiesEvidenceOfAnAnswerFromCells() throws IOException {
        var result = folder.resolve("r.csv").toString();
        assertEquals(0, cells("--evidence", record, "--signer", signer, "--out", result, "--interval"));
        assertTrue(err.toString().contains("self-attested"));
        assertEquals(0, verify("--trust", pub("signer"), "--result", result, "--json"));
        var json = document();
        assertEquals("good", json.path("verdict").asText());
        assertEquals("self-attested", json.path("attestation").asText());
        assertEquals("matches", json.path("result").asText());
        assertEquals("matches", json.path("tree").asText());
        assertTrue(json.path("doesNotProve").toString().contains("nobody but the asker"));
        assertEquals(0, verify("--trust", pub("signer"), "--language", "ko"));
        assertTrue(out.toString().contains("자기 증명"));
        var lines = LogReading.of(folder.resolve("log").resolve(AuditLog.NAME)).lines();
        assertEquals(3, lines.size(), "the decision, the record, the file");
    }

    @Test
    void saysWhyEvidenceIsNotAccepted() throws IOException {
        assertEquals(0, cells("--evidence", record, "--signer", signer, "--json"));
        Files.writeString(folder.resolve("r.json"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(
                0,
                verify(
                        "--trust",
                        pub("signer"),
                        "--result",
                        folder.resolve("r.json").toString()));
        assertEquals(4, verify("--json", "--trust", marketPub()));
        assertEquals("evidence-unknown-signer", document().at("/error/code").asText());
        var other = Files.writeString(folder.resolve("o.csv"), "region,s\r\n").toString();
        assertEquals(4, verify("--trust", pub("signer"), "--result", other, "--json"));
        assertEquals("evidence-result-differs", document().path("verdict").asText());
        Files.writeString(Path.of(record), Files.readString(Path.of(record)).replaceFirst("A", "B"));
        assertEquals(4, verify("--trust", pub("signer"), "--json"));
        assertFalse(document().at("/error/next").asText().isEmpty());
    }

    @Test
    void letsTheShardSignAnswersFromRows() throws IOException {
        var state = folder.resolve("state");
        assertEquals(0, shard("--evidence", record, "--json"));
        Files.writeString(folder.resolve("r.json"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(
                0,
                verify(
                        "--trust",
                        state.resolve("evidence.pub").toString(),
                        "--result",
                        folder.resolve("r.json").toString(),
                        "--json"));
        var json = document();
        assertEquals("shard-signed", json.path("attestation").asText());
        assertEquals("0", json.at("/statement/budget/before").asText());
        assertEquals("1", json.at("/statement/budget/after").asText());
        assertEquals("txn", json.at("/statement/origin/table").asText());
        assertEquals(2, shard("--evidence", record, "--signer", signer), "a shard signs with its own key only");
    }

    /// An upload is part of the question, for an answer from rows too.
    @Test
    void namesTheUploadsOfAnAnswerFromRows() throws IOException {
        var stores = Files.writeString(folder.resolve("stores.csv"), "region,stores\nSeoul,3\nBusan,3\n");
        var sql = "select s.stores, count(*) n from txn join my_stores s using (region) group by 1";
        assertEquals(0, shardAsked(sql, "--evidence", record, "--upload", "my_stores=" + stores));
        var pub = folder.resolve("state").resolve("evidence.pub").toString();
        assertEquals(0, verify("--trust", pub, "--json"), err::toString);
        var question = document().at("/statement/question");
        assertEquals(64, question.at("/uploads/my_stores").asText().length(), question::toString);
        assertEquals("matches", document().path("tree").asText());
    }

    private int cells(String... more) {
        if (!Files.exists(folder.resolve("me.key"))) {
            sealed.writeTo(folder);
            IdentityFile.write(folder.resolve("me.key"), sealed.buyer, Optional.empty());
        }
        return run(Stream.concat(
                        Stream.of(
                                "query",
                                folder.resolve("card-spend-2026q3-gold.poseidon")
                                        .toString(),
                                SUM,
                                "-i",
                                folder.resolve("me.key").toString(),
                                "--trust",
                                marketPub(),
                                "--at",
                                Sealed.DURING.toString(),
                                "--log",
                                folder.resolve("log").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String marketPub() {
        var pem = folder.resolve("market.pub");
        if (!Files.exists(pem)) {
            sealed.signer.verifyingKey().write(pem);
        }
        return pem.toString();
    }

    private String pub(String name) {
        return folder.resolve(name + ".pub").toString();
    }

    private int shard(String... more) throws IOException {
        return shardAsked(PEOPLE, more);
    }

    private int shardAsked(String sql, String... more) throws IOException {
        var rows = new StringBuilder("user_id,region,amount\n");
        for (int person = 0; person < 90; person++) {
            rows.append("u" + person + "," + (person % 3 == 0 ? "Busan" : "Seoul") + "," + person + "\n");
        }
        var data = Files.writeString(folder.resolve("rows.csv"), rows);
        var policy = Files.writeString(folder.resolve("p.yaml"), """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions: {region: {type: text, values: [Seoul, Busan], static: true}}
                measures: {amount: {min: 0, max: 1000}}
                aggregates: [count]
                literals: [region]
                minimumCohort: 5
                joins: [{with: my_stores, on: region}]
              my_stores: {kind: own, columns: {region: text, stores: integer}}
            budget: {rho: 10, perNumber: 0.5, delta: 1e-9}
            """);
        return run(Stream.concat(
                        Stream.of(
                                "query",
                                "--shard",
                                data.toString(),
                                "--policy",
                                policy.toString(),
                                "--state",
                                folder.resolve("state").toString(),
                                sql),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int verify(String... more) {
        out.getBuffer().setLength(0);
        return run(Stream.concat(Stream.of("verify", record), Stream.of(more)).toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode document() throws IOException {
        return new JsonMapper().readTree(out.toString());
    }
}
