package io.poseidon.workbench.query.theatre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Target;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every published attack works where its defence is missing, and tells no more than ε allows at the real shard.
final class TheatreTest {

    /// 48 targets for most scenes.
    private static final int WORLDS = 2;

    private static final Map<String, Performance> PERFORMANCES = new HashMap<>();
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    static List<Scene> scenes() {
        return Theatre.scenes();
    }

    private static Performance performance(Scene scene) {
        return PERFORMANCES.computeIfAbsent(
                scene.id(), ignored -> new Theatre(engine).perform(scene, WORLDS, Progress.NONE));
    }

    private static Performance.Act against(Performance performance, Weakness weakness) {
        return performance.weak().stream()
                .filter(act -> act.weakness().equals(Optional.of(weakness)))
                .findFirst()
                .orElseThrow();
    }

    /// So many trials that a defence that fails would be seen. Time itself is measured and not asserted: a busy machine
    /// disturbs whoever reads the clock.
    @ParameterizedTest
    @MethodSource("scenes")
    void theRealShardKeepsItsPromiseAndAWeakOneWouldNotHave(Scene scene) {
        var performance = performance(scene);
        var promise = performance.promise();
        var real = performance.real().advantage();
        assertTrue(performance.isKept(), scene.id() + " " + real + " " + promise);
        if (!scene.id().equals("timing-oracle")) {
            var worst = performance.weak().getFirst().advantage();
            assertTrue(worst.low() > promise.byRho(), scene.id() + " without defences " + worst + " " + promise);
            assertTrue(worst.value() > real.value(), scene.id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"complementary-subtraction", "padding", "differencing", "tracker", "error-oracle", "dominance"})
    void theAttackIsCertainWhereOnlyTheCohortProtects(String id) {
        assertEquals(
                1,
                against(performance(scene(id)), Weakness.COHORT_ALONE)
                        .advantage()
                        .value());
    }

    @Test
    void comparingPairsStopsDifferencingAndIsBlindToTheTracker() {
        assertEquals(
                0,
                against(performance(scene("differencing")), Weakness.PAIRS_COMPARED)
                        .advantage()
                        .value());
        assertEquals(
                1,
                against(performance(scene("tracker")), Weakness.PAIRS_COMPARED)
                        .advantage()
                        .value());
    }

    @Test
    void theAuditStopsTheTrackerWithoutNoiseAndIsBlindToPadding() {
        assertEquals(
                0,
                against(performance(scene("tracker")), Weakness.AUDIT_ALONE)
                        .advantage()
                        .value());
        assertEquals(
                1,
                against(performance(scene("padding")), Weakness.AUDIT_ALONE)
                        .advantage()
                        .value());
    }

    @Test
    void theRealShardRefusesWhereItShould() {
        for (var id : List.of("complementary-subtraction", "differencing", "tracker")) {
            var last = performance(scene(id)).real().first().getLast();
            assertEquals(Performance.Outcome.REFUSED, last.outcome(), id);
            assertEquals("SPAN", last.reply(), id);
        }
        var error = performance(scene("error-oracle")).real();
        assertEquals(0, error.rho(), "a text is refused for free");
        assertEquals(0, error.advantage().value(), "and tells nothing at all");
    }

    @Test
    void theSameQuestionIsAnsweredAlikeAndChargedOnce() {
        var real = performance(scene("averaging")).real();
        assertEquals(5, real.first().getFirst().times(), "who sees the answer stay stops");
        assertEquals(0.0125, real.rho());
    }

    @Test
    void theBudgetIsTheMostAnAttackCanSpend() {
        assertTrue(performance(scene("reconstruction")).real().rho() <= 1);
    }

    @Test
    void wordsStandInBothLanguages() {
        var titles = new HashSet<String>();
        for (var scene : Theatre.scenes()) {
            for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                titles.add(scene.title(language));
                assertFalse(scene.knows(language).isBlank());
                assertFalse(scene.stopped(language).isBlank());
                scene.against()
                        .forEach(weakness ->
                                assertFalse(Scene.name(weakness, language).isBlank()));
            }
        }
        assertEquals(2 * Theatre.scenes().size(), titles.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWorldIsTheSameForTheSameSeedAndItsSecretsAreHalfTrue(long seed) {
        for (var cast : Cast.values()) {
            var world = World.of(cast, seed);
            assertEquals(world, World.of(cast, seed), "seed " + seed);
            var counts = world.targets().stream()
                    .map(Target::secret)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertEquals(Map.of(true, 12L, false, 12L), counts, "seed " + seed);
        }
    }

    @Test
    void theIntervalHoldsTheValueAndNarrows() {
        for (int right = 0; right <= 40; right += 5) {
            var few = Advantage.of(right, 40);
            var many = Advantage.of(right * 100, 4_000);
            assertEquals(few.value(), many.value(), 1e-12);
            assertTrue(few.low() <= few.value() + 1e-9 && few.value() <= few.high() + 1e-9);
            assertTrue(many.high() - many.low() < (few.high() - few.low()) / 4);
        }
    }

    /// The best attack on a normal density with μ = √2ρ has advantage 2Φ(μ/2) − 1, which both bounds must cover.
    @ParameterizedTest
    @ValueSource(doubles = {0.0125, 0.025, 0.1, 0.5, 1, 2})
    void bothBoundsCoverTheBestAttackOnNormalNoise(double rho) {
        var promise = Promise.of(rho, Rational.parse("1e-9"));
        double best = centralMass(Math.sqrt(2 * rho) / 2);
        assertTrue(best <= promise.byEpsilon() && best <= promise.byRho(), rho + " " + promise + " " + best);
    }

    /// P(|Z| < x) by Simpson's rule.
    private static double centralMass(double x) {
        int steps = 1_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double at = x * i / steps;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-at * at / 2);
        }
        return 2 * sum * x / steps / 3 / Math.sqrt(2 * Math.PI);
    }

    private static Scene scene(String id) {
        return Theatre.scenes().stream()
                .filter(scene -> scene.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
