package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sentence a person can meet stands in English and in Korean, with the same gaps.
final class CataloguesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<Path> english() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches("(problems|words)\\.properties"))
                    .toList();
        }
    }

    @Test
    void thereAreCatalogues() throws IOException {
        assertFalse(english().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("english")
    void koreanHoldsTheSameKeysAndGaps(Path file) throws IOException {
        var english = read(file);
        var korean = read(file.resolveSibling(file.getFileName().toString().replace(".properties", "_ko.properties")));
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(korean.keySet()));
        for (var key : english.stringPropertyNames()) {
            assertFalse(korean.getProperty(key).isBlank(), key);
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void everyProblemSaysWhatToDoNext(Path file) throws IOException {
        if (!file.endsWith("problems.properties")) {
            return;
        }
        var names = read(file).stringPropertyNames();
        for (var name : names) {
            var partner = name.endsWith(".next") ? name.substring(0, name.length() - 5) : name + ".next";
            assertFalse(!names.contains(partner), file + ": " + name + " has no partner");
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
