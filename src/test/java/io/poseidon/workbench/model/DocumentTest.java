package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DocumentTest {

    @Test
    void keepsDecimalsAsTyped() {
        var document = Document.parse("a.yaml", "rho: 0.1\nname: \"7\"\nlist: [1e-9, x]");
        assertEquals(Rational.of(1, 10), document.required("rho").rational());
        assertEquals("7", document.required("name").text());
        assertEquals(
                Rational.of(1, 1_000_000_000),
                document.required("list").items().getFirst().rational());
    }

    @Test
    void namesTheLineAndColumnOfAnUnknownKey() {
        var document = Document.parse("a.yaml", "seal: 1\nbudgett: 3\n");
        var problem = assertThrows(Problem.class, () -> document.onlyKeys("seal", "budget"));
        assertEquals("unknown-key", problem.code());
        assertEquals(
                "a.yaml, line 2, column 1: the key \"budgett\" is not known here.", problem.message(Locale.ENGLISH));
        assertTrue(problem.message(Locale.KOREAN).contains("2행 1열"));
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        var problem = assertThrows(
                Problem.class, () -> Document.parse("a.yaml", "a: 1\na: 2").entries());
        assertEquals("duplicate-key", problem.code());
    }

    @Test
    void refusesWhatIsNotYaml() {
        var problem = assertThrows(Problem.class, () -> Document.parse("a.yaml", "a: [1"));
        assertEquals("document-syntax", problem.code());
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void boundsNestingAndAliases() {
        assertThrows(Problem.class, () -> Document.parse("a.yaml", "[".repeat(10_000)));
        assertThrows(Problem.class, () -> Document.parse("a.yaml", ""));
    }
}
