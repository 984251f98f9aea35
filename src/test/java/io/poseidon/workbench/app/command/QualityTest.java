package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.crypto.IdentityFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void scoresAPurchaseThatItOpens(@TempDir Path folder) throws IOException {
        try (var sealed = new Sealed()) {
            var file = sealed.writeTo(folder);
            var identity = folder.resolve("identity.txt");
            IdentityFile.write(identity, sealed.buyer, Optional.empty());
            var trust = folder.resolve("signer.pub");
            sealed.signer.verifyingKey().write(trust);
            var call = new String[] {
                "quality",
                file.toString(),
                "-i",
                identity.toString(),
                "--trust",
                trust.toString(),
                "--at",
                Sealed.DURING.toString(),
                "--json"
            };
            assertEquals(0, run(call), err::toString);
            var table = new ObjectMapper().readTree(out.toString()).path("spend");
            assertTrue(table.path("scores").size() >= 3);
            assertEquals(
                    "completeness",
                    table.path("scores").path(0).path("dimension").asText());
            assertTrue(table.path("checks").size() >= 5);
            out.getBuffer().setLength(0);
            assertEquals(0, run(Arrays.copyOf(call, call.length - 1)));
            assertTrue(out.toString().contains("cells hidden"), out::toString);
        }
    }

    @Test
    void asksForEitherAFileOrCases() {
        assertEquals(2, run("quality"));
        assertEquals(2, run("quality", "a.poseidon", "--cases", "b.json"));
    }

    @Test
    void aMissingFileIsBadInput() {
        assertEquals(7, run("quality", "--cases", "nowhere.json", "--json"));
        assertTrue(out.toString().contains("file-unreadable"));
        assertEquals(7, run("price", "check", "nowhere.json"));
        assertEquals(7, run("value", "nowhere.json"));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
