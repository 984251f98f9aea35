package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every sentence a person can meet stands in English and in Korean, with the same gaps.
final class CataloguesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /// The last word of a sentence, or of the whole text.
    private static final Pattern ENDING = Pattern.compile("([가-힣]+)[)\"'”’]*\\s*(?:[.!?]|$)", Pattern.MULTILINE);

    /// Korean here states with -니다 and asks with -세요 (questions: -까요). Plain -다, casual -요 and stiff -십시오
    /// beside them would read as three people speaking.
    private static final Pattern OTHER_REGISTER = Pattern.compile(".*시오|.*(?<!니)다|.*(?<!세|까|필)요");

    static List<Path> english() throws IOException {
        return catalogues("(problems|words)\\.properties");
    }

    static List<Path> korean() throws IOException {
        return catalogues(".*_ko\\.properties");
    }

    private static List<Path> catalogues(String name) throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
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

    @ParameterizedTest
    @MethodSource("korean")
    void koreanStatesInOneRegisterAndAsksInOne(Path file) throws IOException {
        var texts = read(file);
        for (var key : texts.stringPropertyNames()) {
            var foreign = ENDING.matcher(texts.getProperty(key))
                    .results()
                    .map(ending -> ending.group(1))
                    .filter(word -> OTHER_REGISTER.matcher(word).matches())
                    .toList();
            assertEquals(List.of(), foreign, file + ": " + key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"확인하십시오", "고른다", "골라요", "없다", "돼요", "마시오"})
    void knowsAnotherRegister(String word) {
        assertTrue(OTHER_REGISTER.matcher(word).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"확인하세요", "고릅니다", "없습니다", "있을까요", "필요", "표", "시나리오"})
    void knowsItsOwnRegister(String word) {
        assertFalse(OTHER_REGISTER.matcher(word).matches());
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
