package io.poseidon.workbench.app.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QualityCasesTest {

    @Test
    void leavesSharesOfNothingUndefined() {
        var answer = Answers.of(
                        Document.parse("q", "{kind: quality, type: table, columns: [a], rows: [[null], [null]]}"),
                        QualityCases.RULES)
                .json()
                .path("cases")
                .path(0)
                .path("answer")
                .path("columns")
                .path("a");
        assertEquals(0.0, answer.path("completeness").doubleValue());
        assertTrue(answer.path("uniqueness").isNull());
        assertTrue(answer.path("entropy_nats").isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: quality, type: astrology}",
                "{kind: quality, type: distribution, reference_counts: [1], observed_counts: [1, 2]}",
                "{kind: quality, type: distribution, reference_counts: [0], observed_counts: [1]}",
                "{kind: quality, type: distribution, reference_counts: [-1, 2], observed_counts: [1, 2]}",
                "{kind: quality, type: table, columns: [a], rows: [[1, 2]]}",
                "{kind: quality, type: table, columns: [a], rows: [[1]], valid_ranges: {b: [0, 1]}}",
                "{kind: quality, type: table, columns: [a], rows: [[x]], valid_ranges: {a: [0, 1]}}",
                "{kind: quality, type: table, columns: [a], rows: [[1]], quasi_identifiers: [b]}",
                "{kind: quality, type: timeliness, cases: [{age: 1, volatility: 0, sensitivity: 1, half_life: 1}]}"
            })
    void refusesAMalformedCase(String text) {
        var problem = assertThrows(Problem.class, () -> Answers.of(Document.parse("case", text), QualityCases.RULES));
        assertEquals(7, problem.kind().exitCode());
    }
}
