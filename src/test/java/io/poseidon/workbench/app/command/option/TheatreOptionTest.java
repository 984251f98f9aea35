package io.poseidon.workbench.app.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.theatre.Performance;
import io.poseidon.workbench.query.theatre.Theatre;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public final class TheatreOptionTest {

    /// Of two scenes in one world: every text, what came back, what was learnt and what is promised.
    @Test
    void theJsonDocumentHoldsTheWholeBill() {
        var performances = new ArrayList<Performance>();
        try (var engine = Engine.start()) {
            var stage = new Theatre(engine);
            for (var scene : Theatre.scenes().subList(0, 2)) {
                performances.add(stage.perform(scene, 1, Progress.NONE));
            }
        }
        var document = TheatreOption.document(performances);
        assertTrue(document.path("kept").isBoolean());
        assertEquals(2, document.path("scenes").size());
        for (var scene : document.path("scenes")) {
            for (var language : List.of("en", "ko")) {
                assertFalse(scene.at("/title/" + language).asText().isEmpty(), scene::toString);
                assertFalse(scene.at("/knows/" + language).asText().isEmpty());
            }
            assertFalse(scene.path("source").asText().isEmpty());
            var real = scene.path("with");
            assertEquals("PROTECTED", real.path("shard").asText());
            assertEquals(24, real.path("trials").asInt());
            assertEquals(
                    2.0 * real.path("right").asInt() / 24 - 1,
                    real.path("advantage").asDouble(),
                    1e-12);
            assertTrue(real.path("low").asDouble() <= real.path("advantage").asDouble());
            assertTrue(real.path("rho").asDouble() > 0 && real.path("atMost").asDouble() < 1);
            assertTrue(real.path("atMost").asDouble()
                    <= real.path("atMostByEpsilon").asDouble());
            assertTrue(real.path("kept").asBoolean(), scene::toString);
            var alone = scene.path("without").path(0);
            assertEquals("COHORT_ALONE", alone.path("shard").asText());
            assertTrue(alone.path("advantage").asDouble() > real.path("atMost").asDouble(), "it is broken into");
            for (var act : List.of(real, alone)) {
                assertFalse(act.path("first").isEmpty());
                act.path("first")
                        .forEach(step -> assertTrue(step.path("sql")
                                .asText()
                                .toLowerCase(Locale.ROOT)
                                .contains("select")));
                assertTrue(act.at("/concluded/truth").isBoolean());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "many"})
    void aNumberOfWorldsThatCannotBePlayedIsAUsageError(String worlds) {
        var err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), "demo", "--theatre", "--worlds=" + worlds);
        assertEquals(Problem.Kind.USAGE.exitCode(), code);
        assertTrue(err.toString().contains("worlds"), err.toString());
    }
}
