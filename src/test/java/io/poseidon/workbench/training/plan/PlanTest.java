package io.poseidon.workbench.training.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public final class PlanTest {

    @Test
    void readsEveryPartOfAPlan() {
        var plan = Plan.parse("plan", Samples.CREDIT_PLAN);
        assertEquals("ID", plan.contributor());
        assertEquals(new Plan.Label("Default", "1"), plan.label());
        assertEquals(14, plan.features().numeric().size());
        assertEquals(
                Optional.of(List.of("1", "2")), plan.features().categorical().get("SEX"));
        assertEquals(List.of("EDUCATION", "MARRIAGE"), plan.features().open().subList(0, 2));
        assertEquals(new Plan.Strategy(5, 64, 0.05), plan.strategy());
        assertEquals(new Plan.Quorum(3, 0.7, Duration.ofSeconds(60)), plan.quorum());
        assertEquals(20, plan.rounds());
        assertEquals(0.2, plan.holdout());
        assertEquals(7, plan.seed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secureAggregation: false | secureAggregation: true",
                "{secureAggregation: false} | {secureAggregation: false, dp: {clip: 1.0, noiseMultiplier: 4.0, delta:"
                        + " 1e-5}}",
                "kind: fedavg | kind: fedprox",
                "kind: fedavg | kind: trimmed-mean",
                "task: binary-classification | task: regression",
                "kind: logistic | kind: forest",
                "plan: 1 | plan: 2",
            })
    void refusesByNameWhatThisVersionCannotDo(String part, String instead) {
        var problem = problem(Samples.PLAN.replace(part, instead));
        assertEquals("plan-unsupported", problem.code());
        assertEquals(7, problem.kind().exitCode());
        assertTrue(problem.message(Locale.ENGLISH).contains("line"), problem.message(Locale.ENGLISH));
        assertTrue(problem.next(Locale.KOREAN).startsWith("지원하는 것"), problem.next(Locale.KOREAN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rounds: 6 | rounds: 0 | unexpected-value",
                "rounds: 6 | rounds: 1.5 | unexpected-value",
                "rounds: 6 | epochs: 6 | unknown-key",
                "rounds: 6 | '' | missing-key",
                "learningRate: 0.1 | learningRate: -1 | unexpected-value",
                "learningRate: 0.1 | learningRate: fast | unexpected-value",
                "holdout: 0.2 | holdout: 1 | unexpected-value",
                "fraction: 0.5 | fraction: 2 | unexpected-value",
                "numeric: [age, income] | numeric: [age, age] | unexpected-value",
                "numeric: [age, income] | numeric: [age, user] | unexpected-value",
                "numeric: [age, income] | numeric: [overdue] | unexpected-value",
                "region: null | region: [] | unexpected-value",
                "region: null | region: [a, a] | unexpected-value",
                "kind: logistic | kind: mlp | missing-key",
                "seed: 7 | seed: seven | unexpected-value",
                "seed: 7 | rounds: 8 | duplicate-key",
                "localEpochs: 2 | localEpochs: 2, mu: 0.1 | unknown-key",
            })
    void namesTheCodeOfWhatIsWrong(String part, String instead, String code) {
        assertEquals(code, problem(Samples.PLAN.replace(part, instead)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "plan", "{", "\u0000", "plan: 1"})
    void whatIsNoPlanIsAProblem(String text) {
        assertEquals(7, problem(text).kind().exitCode());
    }

    @Test
    void aMultilayerPlanMakesANetworkOfItsShape() {
        var text = Samples.PLAN.replace("{kind: logistic}", "{kind: mlp, hidden: [64, 8]}");
        assertEquals(
                new Plan.Model("mlp", List.of(64, 8)), Plan.parse("plan", text).model());
    }

    @Test
    void theQuorumIsTheLargerOfCountAndShare() {
        var quorum = new Plan.Quorum(3, 0.7, Duration.ofSeconds(1));
        assertEquals(3, quorum.needed(3));
        assertEquals(4, quorum.needed(5));
        assertEquals(7, quorum.needed(10));
    }

    private static Problem problem(String text) {
        return assertThrows(Problem.class, () -> Plan.parse("plan", text));
    }
}
