package io.poseidon.workbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {

    private static final String WHOLE = """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions:
              region: {type: text, values: [Seoul, Busan], static: true}
              category: text
              month: {type: integer, values: [7, 8, 9]}
            measures: {amount: {min: 0, max: 2000000}}
            aggregates: [count, count_distinct_identity, sum, avg]
            literals: [region, category, month]
            minimumCohort: 50
            dominance: {top1: 0.6, top2: 0.8}
            maximumGroupsPerContributor: 12
            maximumRowsPerContributorAndGroup: 50
            joins: [{with: my_customers, on: user_id}, {with: my_stores, on: region}]
            training: {labels: [overdue], features: [age, income_ln], models: [logistic, mlp], clip: 1.0, leastNoise: 1.0, rounds: 50, minimumShards: 3, buyers: [SHA256:abc]}
          my_customers: {kind: own, columns: {user_id: text, segment: text, guess: double}}
          my_stores: {kind: own, columns: {region: text, stores: integer}}
          spend: {kind: cells, overlap: [category], columns: {region: text, category: text, contributors: integer}}
        budget: {rho: 1.0, perNumber: 0.0125, perQuery: 0.05, allBuyers: 4.0, delta: 1e-9}
        valid: {from: 2026-10-01, until: 2027-09-30}
        purpose: [research]
        """;

    @Test
    void readsEverythingTheDesignNames() {
        var policy = PolicyDocument.parse("p.yaml", WHOLE);
        var rows = (Table.Rows) policy.table("TXN").orElseThrow();
        assertEquals(List.of("Seoul", "Busan"), rows.dimensions().get("region").values());
        assertTrue(rows.dimensions().get("region").isStatic());
        assertEquals(Rational.of(3, 5), rows.dominance().orElseThrow().top1());
        assertEquals(12, rows.maximumGroups());
        assertEquals("region", rows.join("my_stores").orElseThrow().on());
        assertEquals(3, rows.training().orElseThrow().minimumShards());
        assertEquals(Rational.of(1, 80), policy.budget().orElseThrow().perNumber());
        assertEquals("2027-09-30", policy.validUntil().orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: 1\ntables:\n  t: {kind: cells, columns: {a: text}, colour: red}",
                "policy: 1\ntables:\n  t: {kind: own, columns: {a: txt}}",
                "policy: 1\ntables:\n  t: {kind: heap, columns: {a: text}}",
                "policy: 1\ntables:\n  t: {kind: cells, columns: {a: text}, overlap: [b]}",
                "policy: 2\ntables: {}",
                "policy: 1\ntables: {}\nbugdet: {}",
                "policy: 1\ntables:\n  t: {kind: rows, identity: u, dimensions: {u: text}, aggregates: [count]}",
                "policy: 1\ntables:\n  t: {kind: rows, identity: u, dimensions: {d: text}, aggregates: [max]}",
                "policy: 1\n"
                        + "tables:\n"
                        + "  t: {kind: rows, identity: u, measures: {m: {min: 2, max: 1}}, aggregates: [sum]}",
                "policy: 1\ntables:\n  t: {kind: rows, identity: u, aggregates: [count], joins: [{with: x, on: u}]}",
                "policy: 1\ntables:\n  t: {kind: rows, identity: u, aggregates: [count], minimumCohort: 0}",
                "policy: 1\ntables:\n  T: {kind: own, columns: {a: text}}\n  t: {kind: own, columns: {a: text}}",
                "policy: 1\ntables:\n  t: {kind: own, columns: {a: text, A: text}}",
                "policy: 1\ntables: {}\nbudget: {rho: 0, perNumber: 1, delta: 1e-9}",
                "policy: 1\ntables: {}\nvalid: {from: yesterday}",
            })
    void refusesWhatItDoesNotUnderstandWithThePlace(String text) {
        var problem = assertThrows(Problem.class, () -> PolicyDocument.parse("p.yaml", text));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.message(Locale.ENGLISH).matches("(?s).*line \\d+, column \\d+.*"), problem.getMessage());
    }

    @Test
    void theDigestIsThatOfTheMeaning() {
        var digest = PolicyDocument.parse("p.yaml", WHOLE).digest();
        var reordered = WHOLE.replace(
                        "aggregates: [count, count_distinct_identity, sum, avg]",
                        "aggregates: [avg, sum, count_distinct_identity, count]")
                .replace("0.6", "0.60")
                .replace("policy: 1", "# a note\npolicy: 1");
        assertEquals(digest, PolicyDocument.parse("q.yaml", reordered).digest());
        assertEquals(64, digest.length());
        assertNotEquals(
                digest,
                PolicyDocument.parse("p.yaml", WHOLE.replace("top1: 0.6", "top1: 0.5"))
                        .digest());
        assertNotEquals(
                digest,
                PolicyDocument.parse("p.yaml", WHOLE.replace("SHA256:abc", "SHA256:abd"))
                        .digest());
        assertNotEquals(
                digest,
                PolicyDocument.parse("p.yaml", WHOLE.replace("[7, 8, 9]", "[7, 89]"))
                        .digest());
    }
}
