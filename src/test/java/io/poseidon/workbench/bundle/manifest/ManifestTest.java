package io.poseidon.workbench.bundle.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {

    private static final Manifest MANIFEST = Manifests.manifest(Manifests.cardSpend());

    @Test
    void readsBackWhatItWrote() {
        assertEquals(MANIFEST, Manifest.parse(MANIFEST.toBytes()));
    }

    @Test
    void readsBackWhatItWroteForAnyDescription() {
        for (long seed = 0; seed < 300; seed++) {
            var manifest = Manifests.manifest(Manifests.random(seed));
            var bytes = manifest.toBytes();
            assertEquals(manifest, Manifest.parse(bytes), "seed " + seed);
            assertArrayEquals(bytes, Manifest.parse(bytes).toBytes(), "seed " + seed);
        }
    }

    @Test
    void writesWhatAnOutsiderExpects() throws Exception {
        var json = new ObjectMapper().readTree(MANIFEST.toBytes());
        assertEquals(1, json.path("format").intValue());
        assertEquals("지역별 카드 소비", json.at("/title/ko").textValue());
        assertEquals("1/3", json.at("/version/precision/spend/contributors").textValue());
        assertEquals("1/1000000000", json.at("/privacy/delta").textValue());
        assertEquals(
                "9007199254740993",
                json.at("/tables/0/columns/3/noise/variance").textValue());
        assertEquals("94906270", json.at("/tables/0/columns/3/noise/sigma").textValue());
        assertEquals("1.732051", json.at("/tables/0/columns/2/noise/sigma").textValue());
        assertEquals("parts/spend.arrows.age", json.at("/parts/0/entry").textValue());
        assertEquals("2026-10-12T04:00:00Z", json.path("created").textValue());
    }

    @Test
    void saysThatAFormatIsNewerBeforeAnythingElse() {
        assertEquals("newer-format", codeOf("{\"format\":2,\"entirely\":\"different\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"format\":1}",
                "{\"format\":0}",
                "{\"format\":1.5}",
                "{\"format\":\"1\"}",
                "{\"format\":1e400}",
                "{\"format\":1}x"
            })
    void refusesWhatIsNoManifest(String text) {
        assertEquals("damaged", codeOf(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/|surprise|1",
                "/title|fr|\"x\"",
                "/tables/0/columns/0|extra|true",
                "/privacy|rho|\"1/3\"",
                "/privacy|rho|\"2/4\"",
                "/privacy|rho|0.5",
                "/privacy|threshold|3",
                "/privacy|minimumCohort|-1",
                "/privacy|neighbours|\"replace-one\"",
                "/version/precision/spend|contributors|\"1/2\"",
                "/tables/0|name|\"../etc\"",
                "/tables/0/columns/0|domain|[\"a\",\"a\"]",
                "/tables/0/columns/0|domain|[\"a\\u0007\"]",
                "/tables/0/columns/0|domain|[\"a\\u202e\"]",
                "/tables/0/columns/0|role|\"identity\"",
                "/tables/0/columns/2/noise|sigma|\"0.1\"",
                "/tables/0/columns/2/noise|variance|\"-3\"",
                "/tables/0/columns/2/noise|variance|\"1e999999999\"",
                "/tables/0/columns/2/bounds|min|\"2\"",
                "/parts/0|entry|\"parts/other.arrows.age\"",
                "/parts/0|table|\"other\"",
                "/parts/0/sealed|size|-1",
                "/parts/0/sealed|size|1e300",
                "/parts/0/sealed|sha256|\"ABC\"",
                "/|card|null",
                "/|created|\"yesterday\"",
                "/|created|\"2026-10-12T04:00:00.000Z\"",
                "/|policy|[]",
                "/prices/0|currency|\"won\"",
                "/|title|{\"en\":\"only\"}"
            })
    void refusesAManifestThatSaysMoreLessOrOtherwise(String pointer, String key, String value) throws Exception {
        var text = changed(json -> {
            var parent = pointer.equals("/") ? json : json.at(pointer);
            assertTrue(parent instanceof ObjectNode, "the test names a place that is not there: " + pointer);
            ((ObjectNode) parent).set(key, tree(value));
        });
        assertEquals("damaged", codeOf(text));
    }

    @Test
    void refusesEveryFieldThatIsMissing() throws Exception {
        var fields = new ObjectMapper()
                .readTree(MANIFEST.toBytes())
                .propertyStream()
                .map(e -> e.getKey())
                .toList();
        assertTrue(fields.size() > 10);
        for (var field : fields) {
            assertEquals("damaged", codeOf(changed(json -> json.remove(field))), field);
        }
    }

    @Test
    void refusesDomainsThatMultiplyBeyondAnyNumber() throws Exception {
        var values = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        var dimensions = IntStream.range(0, 12)
                .mapToObj(i -> Column.dimension("d" + i, ColumnType.TEXT, values))
                .toList();
        var base = Manifests.cardSpend();
        var huge = new Description(
                base.edition(),
                base.version(),
                List.of(new Schema("spend", dimensions)),
                base.privacy(),
                base.policy(),
                base.quality(),
                base.prices(),
                base.ledger(),
                base.created());
        assertEquals("damaged", codeOf(new String(Manifests.manifest(huge).toBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void refusesTheSameContentInAnotherSpelling() {
        var text = new String(MANIFEST.toBytes(), StandardCharsets.UTF_8);
        assertEquals("damaged", codeOf(text + " "));
        assertEquals("damaged", codeOf(text.replaceFirst(":", ": ")));
        assertEquals("damaged", codeOf(text.replaceFirst("\\{", "{\"format\":1,")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "12345678901234567890",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void refusesAPolicyThatHasNoCanonicalForm(String value) {
        var text = new String(MANIFEST.toBytes(), StandardCharsets.UTF_8);
        assertEquals("damaged", codeOf(text.replace("\"policy\":{", "\"policy\":{\"n\":" + value + ",")));
    }

    @Test
    void refusesDepthAndLengthBeyondAllBounds() {
        assertEquals("damaged", codeOf("[".repeat(100_000)));
        assertEquals("damaged", codeOf("{\"format\":" + "9".repeat(100_000) + "}"));
        assertEquals("damaged", codeOf(" ".repeat(5 << 20)));
    }

    private static String changed(Consumer<ObjectNode> change) throws Exception {
        var json = (ObjectNode) new ObjectMapper().readTree(MANIFEST.toBytes());
        change.accept(json);
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String codeOf(String manifest) {
        return assertThrows(Problem.class, () -> Manifest.parse(manifest.getBytes(StandardCharsets.UTF_8)))
                .code();
    }
}
