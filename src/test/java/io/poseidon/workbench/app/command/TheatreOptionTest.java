package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.model.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TheatreOptionTest {

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
