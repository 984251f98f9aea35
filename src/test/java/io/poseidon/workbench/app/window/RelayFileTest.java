package io.poseidon.workbench.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelayFileTest {

    private static final String FILE = """
        training: 1
        relay: relay.example:7443
        tls: tls
        name: buyer
        plan: plan.yaml
        """;

    @TempDir
    Path folder;

    @Test
    void isAbsentUntilSomebodyWritesIt() {
        assertTrue(RelayFile.read(folder).isEmpty());
    }

    @Test
    void namesTheRelayAndThePlan() throws IOException {
        Files.copy(Path.of("sample-data", "overdue.train.yaml"), folder.resolve("plan.yaml"));
        Files.writeString(folder.resolve(RelayFile.NAME), FILE);
        var training = RelayFile.read(folder).orElseThrow();
        assertEquals("relay.example:7443", training.venue().name());
        assertFalse(training.venue().simulated());
        assertEquals(20, training.plan().rounds());
    }

    @Test
    void refusesAKeyItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve(RelayFile.NAME), FILE + "relais: x\n");
        var problem = assertThrows(Problem.class, () -> RelayFile.read(folder));
        assertEquals("unknown-key", problem.code());
    }

    @Test
    void saysWhenThePlanIsMissing() throws IOException {
        Files.writeString(folder.resolve(RelayFile.NAME), FILE);
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> RelayFile.read(folder)).kind());
    }
}
