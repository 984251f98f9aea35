package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.poseidon.workbench.ui.probe.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    static Stream<Path> englishBundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(words|problems)\\.properties"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void bothLanguagesHoldTheSameKeysWithTheSameGaps(Path english) throws IOException {
        var korean = english.resolveSibling(english.getFileName().toString().replace(".properties", "_ko.properties"));
        var here = read(english);
        var there = read(korean);
        assertEquals(new TreeSet<>(here.stringPropertyNames()), new TreeSet<>(there.stringPropertyNames()));
        for (var key : here.stringPropertyNames()) {
            assertEquals(gaps(here.getProperty(key)), gaps(there.getProperty(key)), english + ": " + key);
            assertFalse(
                    there.getProperty(key).isBlank() && !here.getProperty(key).isBlank(), english + ": " + key);
        }
    }

    @Test
    void aTextFollowsTheLanguage() {
        var words = new Words(Language.ENGLISH);
        var text = words.text("cancel");
        assertEquals("Cancel", text.get());
        words.languageProperty().set(Language.KOREAN);
        assertEquals("취소", text.get());
    }

    @Test
    void aTextFollowsItsArguments() {
        var words = new Words(Language.ENGLISH).in(Probe.class);
        var name = new SimpleStringProperty("one");
        var text = words.text("greeting", name);
        assertEquals("Hello one", text.get());
        name.set("two");
        assertEquals("Hello two", text.get());
    }

    @Test
    void countsWithTheRightForm() {
        var words = new Words(Language.ENGLISH).in(Probe.class);
        assertEquals("1 row", words.count("rows", 1));
        assertEquals("1,234 rows", words.count("rows", 1234));
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static TreeSet<String> gaps(String text) {
        var gaps = new TreeSet<String>();
        GAP.matcher(text).results().forEach(gap -> gaps.add(gap.group()));
        return gaps;
    }
}
