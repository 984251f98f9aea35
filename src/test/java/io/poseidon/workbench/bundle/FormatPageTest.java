package io.poseidon.workbench.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.crypto.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/// The page on the file format takes the sample purchase apart: what it prints is what anybody finds there.
final class FormatPageTest {

    private static final Path SAMPLE = Path.of("sample-data", "card-spend-2026q3-gold.poseidon");

    @Test
    void thePagePrintsTheSampleAsItIs() throws IOException {
        var page = Files.readString(Path.of("src", "site", "file-format.md"));
        var entries = Sealed.entries(SAMPLE);
        assertEquals(6, entries.size());
        entries.forEach((name, content) -> {
            var crc = new CRC32();
            crc.update(content);
            var line = "%8d  Stored %8d   0%% 1980-01-01 00:00 %08x  %s\n";
            requirePrinted(page, line.formatted(content.length, content.length, crc.getValue(), name));
        });
        var manifest = Manifest.parse(entries.get(Manifest.ENTRY));
        var part = manifest.parts().getFirst();
        var digests = List.of(Digest.of(entries.get(Manifest.ENTRY)), part.sealed(), part.plain(), manifest.card());
        digests.forEach(digest -> requirePrinted(page, digest.hex()));
        requirePrinted(page, "card-spend-2026q3 " + part.rows() + "\n");
    }

    private static void requirePrinted(String page, String text) {
        assertTrue(page.contains(text), "not on the page: " + text);
    }
}
