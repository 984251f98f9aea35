package io.poseidon.workbench.app.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BadCasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: arbitrage_menu, cases: [{id: a}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: []}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: 0, price: 1}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: -1, price: 1}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: 1/0, price: 1}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: 1, price: -1}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: one, price: 1}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: 1, price: NaN}]}]}",
                "{kind: arbitrage_menu, cases: [{id: a, points: [{x: 1}]}]}",
                "{kind: arbitrage_menu, cases: {}}",
                "{kind: arbitrage_menu, releases: both, points: [{x: 1, price: 1}]}",
                "{kind: coverage_menu, cases: [{id: a, universe: [1], views: {A: {cells: [1]}}}]}",
                "{kind: nonsense, cases: []}",
                "[]",
                "{nonsense: []}"
            })
    void refusesAMalformedMenuWithItsPlace(String text) {
        refused(text, PricingRules.CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: shapley, cases: [{id: a, n: 1, utility: {'': 0}}]}",
                "{kind: shapley, cases: [{id: a, n: 1, utility: {'': 0, '0': 1, '1': 2}}]}",
                "{kind: shapley, cases: [{id: a, n: 40, utility: {}}]}",
                "{kind: shapley, cases: [{id: a, n: 0, utility: {}}]}",
                "{kind: knn_shapley, cases: [{K: 0, classes: 2, train_x: [1], train_y: [1], tests: [{x: 1, y: 1}]}]}",
                "{kind: knn_shapley, cases: [{K: 1, classes: 2, train_x: [1, 2], train_y: [1], tests: [{x: 1, y:"
                        + " 1}]}]}",
                "{kind: knn_shapley, cases: [{K: 1, classes: 2, train_x: [1], train_y: [1], tests: []}]}",
                "{kind: knn_shapley, cases: [{K: 1, classes: 2, train_x: [[1, 2]], train_y: [1], tests: [{x: [1], y:"
                        + " 1}]}]}",
                "{eigentrust: [{local_trust: [[0, 1], [1, 0]], pretrust: [1, 0], a: 0}]}",
                "{eigentrust: [{local_trust: [[0, 1], [1, 0]], pretrust: [1, 1], a: 0.1}]}",
                "{eigentrust: [{local_trust: [[0, 1]], pretrust: [1], a: 0.1}]}",
                "{subjective_cumulative_fusion: [{o1: [1, 1, 1], o2: [1, 0, 0]}]}",
                "{bancor: [{supply: 1, reserve: 1, ratio: 0, deposit: 1}]}",
                "{optimal_price_closed: [{model: unknown}]}",
                "{optimal_price_closed: [{model: isoelastic, A: 1, e: 1, c: 1}]}",
                "{payout_largest_remainder: [{total_cents: 1.5, weights: [1]}]}",
                "{beta_reputation: [{r: -1, s: 0}]}"
            })
    void refusesAMalformedValuation(String text) {
        refused(text, PricingRules.VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: revenue, a: [1, 2], demand: [1], value: [1, 2]}",
                "{kind: revenue, a: [], demand: [], value: []}",
                "{kind: revenue, a: [1], demand: [-1], value: [1]}",
                "{kind: survey_revenue, epsilon_or_precision: [1], survey: [[]]}"
            })
    void refusesAMalformedMarket(String text) {
        refused(text, PricingRules.OPTIMISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: simulation, epsilon_or_precision: [1], survey: [[1]], price: [1]}",
                "{kind: simulation, epsilon_or_precision: [1], survey: [[1]], price: [1], seed: 1, draws: 1}",
                "{kind: simulation, epsilon_or_precision: [1], survey: [[1]], price: [1], seed: 1, buyers: [-1]}"
            })
    void refusesAMalformedSimulation(String text) {
        refused(text, PricingRules.SIMULATE);
    }

    @Test
    void answersASingleCaseWithItsKindBesideIt() {
        var answers = Answers.of(
                Document.parse("menu", "{kind: arbitrage_menu, points: [{x: 1, price: 5}, {x: 2, price: 11}]}"),
                PricingRules.CHECK);
        var answer = answers.json().path("cases").path(0).path("answer");
        assertEquals(false, answer.path("arbitrage_free").asBoolean(true));
        assertTrue(answers.text().contains("2 × x=1"));
    }

    @Test
    void asksOnlyForRisingPricesWhereReleasesAreNested() {
        var answers = Answers.of(
                Document.parse(
                        "menu",
                        "{kind: arbitrage_menu, releases: nested, points: [{x: 1, price: 5}, {x: 2, price: 11}]}"),
                PricingRules.CHECK);
        var answer = answers.json().path("cases").path(0).path("answer");
        assertTrue(answer.path("arbitrage_free").asBoolean());
        assertEquals("nested", answer.path("releases").asText());
    }

    @Test
    void simulatesTheSameFromTheSameSeed() {
        var text = "{kind: simulation, epsilon_or_precision: [1, 2], survey: [[2, 4], [5, 6]], price: [4, 5],"
                + " buyers: [100, 50], seed: 7, draws: 2000}";
        var first = Answers.of(Document.parse("s", text), PricingRules.SIMULATE).json();
        var second =
                Answers.of(Document.parse("s", text), PricingRules.SIMULATE).json();
        assertEquals(first, second);
        assertEquals(
                "450",
                first.path("cases")
                        .path(0)
                        .path("answer")
                        .path("expected_revenue")
                        .asText());
    }

    private static void refused(String text, Map<String, Rule> rules) {
        var problem = assertThrows(Problem.class, () -> Answers.of(Document.parse("case", text), rules));
        assertEquals(7, problem.kind().exitCode(), problem.getMessage());
    }
}
