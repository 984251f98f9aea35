package io.poseidon.workbench.app.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every published case answered, and compared with every field that it expects.
final class WorkedCasesTest {

    /// Several curves and rates can be optimal; these instances are known ties, where revenue alone is compared.
    private static final Set<String> TIES = Set.of("rev-15.best_linear.unit_price");

    @TestFactory
    Stream<DynamicTest> answersEveryArbitrageMenu() throws IOException {
        return compare("arbitrage_menu", PricingRules.CHECK);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryCoverageMenu() throws IOException {
        return compare("coverage_menu", PricingRules.CHECK);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryRepair() throws IOException {
        return compare("repair", PricingRules.REPAIR);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryRevenueProblem() throws IOException {
        return compare("revenue", PricingRules.OPTIMISE);
    }

    @TestFactory
    Stream<DynamicTest> answersEverySurvey() throws IOException {
        return compare("survey_revenue", PricingRules.OPTIMISE);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryGame() throws IOException {
        return compare("shapley", PricingRules.VALUE);
    }

    @TestFactory
    Stream<DynamicTest> answersEveryNeighbourProblem() throws IOException {
        return compare("knn_shapley", PricingRules.VALUE);
    }

    /// A case of timeliness holds its expectations one level down.
    @TestFactory
    Stream<DynamicTest> answersEveryQualityCase() throws IOException {
        var file = Shared.path("vectors/pricing/quality.json");
        var expected = new ObjectMapper().readTree(file.toFile()).path("cases");
        var answers = Answers.of(Document.read(file), QualityCases.RULES).json().path("cases");
        assertEquals(expected.size(), answers.size());
        var tests = new ArrayList<DynamicTest>();
        for (int i = 0; i < expected.size(); i++) {
            var id = expected.get(i).path("id").asText();
            var got = answers.get(i).path("answer");
            var want = expected.get(i).path("expect");
            var parts = expected.get(i).path("cases");
            assertTrue(want.isObject() || !parts.isEmpty());
            tests.add(dynamicTest(id, () -> {
                if (want.isObject()) {
                    same(id, want, got);
                }
                for (int j = 0; j < parts.size(); j++) {
                    same(id + j, parts.get(j).path("expect"), got.path("cases").path(j));
                }
            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> answersEveryOtherKind() throws IOException {
        var file = Shared.path("vectors/pricing/misc.json");
        var expected = new ObjectMapper().readTree(file.toFile());
        var answers = Answers.of(Document.read(file), PricingRules.VALUE).json();
        var tests = new ArrayList<DynamicTest>();
        for (var kind : expected.properties()) {
            assertFalse(kind.getValue().isEmpty());
            for (int i = 0; i < kind.getValue().size(); i++) {
                var want = kind.getValue().get(i).path("expect");
                var got = answers.path(kind.getKey()).path(i).path("answer");
                var name = kind.getKey() + "[" + i + "]";
                tests.add(dynamicTest(name, () -> same(name, want, got)));
            }
        }
        assertEquals(tests.size(), answers.path("cases").size());
        return tests.stream();
    }

    private static Stream<DynamicTest> compare(String kind, Map<String, Rule> rules) throws IOException {
        var file = Shared.path("vectors/pricing/" + kind + ".json");
        var expected = new ObjectMapper().readTree(file.toFile()).path("cases");
        var answers = Answers.of(Document.read(file), rules).json();
        assertEquals(kind, answers.path("kind").asText());
        assertEquals(expected.size(), answers.path("cases").size());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            var id = expected.get(i).path("id").asText();
            var want = expected.get(i).path("expect");
            var got = answers.path("cases").get(i);
            tests.add(dynamicTest(id, () -> {
                assertEquals(id, got.path("id").asText());
                assertTrue(want.isObject() && !want.isEmpty());
                same(id, want, got.path("answer"));
            }));
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void same(String place, JsonNode want, JsonNode got) {
        if (TIES.contains(place)) {
            return;
        }
        if (want.isObject()) {
            want.properties()
                    .forEach(field -> same(place + "." + field.getKey(), field.getValue(), got.path(field.getKey())));
        } else if (want.isArray()) {
            assertEquals(want.size(), got.size(), place);
            for (int i = 0; i < want.size(); i++) {
                same(place + "[" + i + "]", want.get(i), got.get(i));
            }
        } else if (want.isNumber()) {
            assertTrue(got.isNumber(), place);
            assertEquals(
                    want.doubleValue(), got.doubleValue(), 1e-9 * Math.max(1, Math.abs(want.doubleValue())), place);
        } else {
            assertEquals(want, got, place);
        }
    }
}
