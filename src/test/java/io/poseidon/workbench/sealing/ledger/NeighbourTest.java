package io.poseidon.workbench.sealing.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.Cut.Time;
import io.poseidon.workbench.sealing.ledger.Neighbour.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeighbourTest {

    private static final Time QUARTER = new Time("month", "7", "9");

    @ParameterizedTest
    @CsvSource({
        "20 30 40, 20 30 40, ''",
        "20 30 40, 20 40, ''",
        "20 30 70, 20 30 70 80, ''",
        "20 30 40, 20 31 40, SLIVER 30",
        "20 30 40, 20 29 40, SLIVER 29",
        "20 30, 20 31, SLIVER 30",
        "20 30 40, 18 30 40, SLIVER 18-19",
        "20 30 40, 25 35 45, SHIFTED 20-24",
        "20 30, 20 40, SHIFTED 30-39",
        "20, 50, SHIFTED 20-49"
    })
    void edgesAreHeldAgainstEachOther(String one, String other, String expected) {
        var found = neighbours(terms("a", "1", QUARTER, one), terms("b", "1", QUARTER, other));
        var text = found.isEmpty()
                ? ""
                : found.getFirst().kind() + " " + found.getFirst().sliver();
        assertEquals(expected, text);
    }

    @Test
    void whichOfTwoEditionsCameFirstDoesNotMatter() {
        var random = new Random(31);
        for (int round = 0; round < 500; round++) {
            var one = terms("a", "1", QUARTER, edges(random));
            var other = terms("b", "1", QUARTER, edges(random));
            assertEquals(
                    neighbours(one, other).stream().map(Neighbour::kind).toList(),
                    neighbours(other, one).stream().map(Neighbour::kind).toList(),
                    "round " + round + ": " + one.cut() + " " + other.cut());
            assertEquals(List.of(), neighbours(one, terms("c", "1", QUARTER, text(one))), "equal edges leave nothing");
        }
    }

    @Test
    void timesThatAreKnownToBeApartAreNotCompared() {
        var old = terms("a", "1", QUARTER, "20 30 40");
        assertEquals(List.of(), neighbours(old, terms("a", "2", new Time("month", "10", "12"), "20 31 40")));
        assertEquals(List.of(), neighbours(old, terms("a", "2", new Time("month", "5", "6"), "20 31 40")));
        assertEquals(
                List.of(Kind.SAME_TIME, Kind.SLIVER),
                neighbours(old, terms("a", "2", new Time("month", "9", "11"), "20 31 40")).stream()
                        .map(Neighbour::kind)
                        .toList());
        assertEquals(
                2,
                neighbours(old, terms("a", "2", new Time("", "2026-07", "2026-09"), "20 31 40"))
                        .size());
    }

    @Test
    void aLineOfTheLedgerKeepsTheCutAndOldLinesStillRead() {
        for (var terms : List.of(
                terms("a", "1", QUARTER, "20 30"),
                terms("a", "1", QUARTER, "20 30").with(Cut.UNKNOWN))) {
            var line = new LedgerLine(1, LedgerLine.NOTHING_BEFORE, Instant.EPOCH, new LedgerEntry.Reserved(terms));
            var bytes = line.toBytes();
            var read = LedgerLine.parse(Arrays.copyOf(bytes, bytes.length - 1));
            assertEquals(Optional.of(line), read);
        }
        assertTrue(terms("a", "1", QUARTER, "20 30")
                .isSame(terms("a", "1", QUARTER, "20 30").with(Cut.UNKNOWN)));
    }

    private static List<Neighbour> neighbours(Terms old, Terms wanted) {
        var charged = new LedgerState.Edition(old, 1, LedgerLine.NOTHING_BEFORE, Optional.empty());
        return Neighbour.of(List.of(charged), wanted);
    }

    private static Terms terms(String product, String edition, Time time, String edges) {
        var numbers = new ArrayList<Long>();
        for (var edge : edges.split(" ")) {
            numbers.add(Long.parseLong(edge));
        }
        var digest = Digest.of(new byte[] {1});
        return new Terms(
                new EditionId(product, edition),
                Rational.ONE,
                Map.of("gold", Rational.ONE),
                digest,
                digest,
                new Cut(Optional.of(time), Map.of("age", numbers)));
    }

    private static String text(Terms terms) {
        var out = new ArrayList<String>();
        terms.cut().edges().getOrDefault("age", List.of()).forEach(edge -> out.add(edge.toString()));
        return String.join(" ", out);
    }

    private static String edges(Random random) {
        var edges = new TreeSet<Integer>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            edges.add(random.nextInt(60));
        }
        return String.join(" ", edges.stream().map(String::valueOf).toList());
    }
}
