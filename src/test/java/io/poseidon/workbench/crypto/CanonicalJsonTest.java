package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalJsonTest {

    private static String canonical(String json) {
        var node = CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
        return new String(CanonicalJson.of(node), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void writesThePublishedVectors(String name) throws IOException {
        var input = Files.readAllBytes(Shared.path("vectors/jcs/input/" + name + ".json"));
        var output = Files.readAllBytes(Shared.path("vectors/jcs/output/" + name + ".json"));
        assertArrayEquals(output, CanonicalJson.of(CanonicalJson.parse(input)));
    }

    /// The sample lines published with the vectors.
    @ParameterizedTest
    @CsvSource({
        "4340000000000001,9007199254740994",
        "4340000000000002,9007199254740996",
        "444b1ae4d6e2ef50,1e+21",
        "3eb0c6f7a0b5ed8d,0.000001",
        "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "8000000000000000,0",
        "0,0"
    })
    void writesNumbersAsEcmaScriptDoes(String bits, String expected) {
        var number = JsonNodeFactory.instance.numberNode(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
        assertEquals(expected, new String(CanonicalJson.of(number), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":1}",
                "[1,]",
                "nul",
                "[9007199254740993]",
                "[-9007199254740993]",
                "[123456789012345678901234567890]",
                "[1e400]",
                "\"\\ud800\"",
                "{\"\\udc00\":1}",
                "[NaN]",
                "['a']",
                "[01]",
                "// a\n{}"
            })
    void refusesWhatIsNotStrictJson(String json) {
        assertThrows(Problem.class, () -> canonical(json));
    }

    @Test
    void refusesBytesThatAreNotUtf8AndNestingWithoutEnd() {
        assertThrows(Problem.class, () -> CanonicalJson.parse(new byte[] {'"', (byte) 0xc3, '"'}));
        assertThrows(Problem.class, () -> canonical("[".repeat(100_000)));
    }

    @Test
    void isTheSameForEverySpellingOfADocument() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            var document = document(random, 0);
            var once = CanonicalJson.of(document);
            assertArrayEquals(once, CanonicalJson.of(CanonicalJson.parse(once)), "seed 11, document " + i);
            assertArrayEquals(
                    once,
                    CanonicalJson.of(
                            CanonicalJson.parse(document.toPrettyString().getBytes(StandardCharsets.UTF_8))),
                    "seed 11, document " + i);
        }
    }

    private static JsonNode document(Random random, int depth) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> nodes.numberNode(random.nextLong() >> 11);
            case 1 -> nodes.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> nodes.textNode(text(random));
            case 3 -> nodes.booleanNode(random.nextBoolean());
            case 4 -> {
                var list = nodes.arrayNode();
                random.ints(random.nextInt(5)).forEach(n -> list.add(document(random, depth + 1)));
                yield list;
            }
            default -> {
                var object = nodes.objectNode();
                random.ints(random.nextInt(5)).forEach(n -> object.set(text(random), document(random, depth + 1)));
                yield object;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        random.ints(random.nextInt(8), 0, 0x1_1000)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
