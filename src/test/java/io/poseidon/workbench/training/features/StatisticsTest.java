package io.poseidon.workbench.training.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatisticsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void momentsOfShardsAddUpToThoseOfTheJointColumnEvenFarFromZero(long seed) {
        var random = new SplittableRandom(seed);
        var values = random.doubles(1000).map(x -> 1e9 + x).toArray();
        values[17] = Double.NaN;
        int cut = random.nextInt(1000);
        var joint = Moments.of(values, rows(0, 1000));
        var sum = Moments.of(values, rows(0, cut)).plus(Moments.of(values, rows(cut, 1000)));
        assertEquals(999, sum.count());
        assertEquals(joint.mean(), sum.mean(), 1e-6, "seed " + seed);
        assertEquals(joint.standardDeviation(), sum.standardDeviation(), 1e-6, "seed " + seed);
        assertEquals(Math.sqrt(1 / 12.0), sum.standardDeviation(), 0.02, "seed " + seed);
    }

    @Test
    void aShardWithNoValuesChangesNothing() {
        var some = new Moments(3, 5, 2);
        assertEquals(some, some.plus(Moments.NONE));
        assertEquals(some, Moments.NONE.plus(some));
        assertEquals(0, Moments.NONE.standardDeviation());
    }

    @Test
    void categoriesOfTooFewAreNotTold() {
        var rows = new Rows(6, Map.of(), Map.of("c", new String[] {"a", "a", "a", "b", "", "b"}));
        var told = Statistics.of(rows, rows(0, 6), List.of(), List.of("c"), 3);
        assertEquals(Map.of("c", Map.of("a", 3L)), told.counts());
    }

    @Test
    void categoryCountsAddUp() {
        var one = new Statistics(Map.of(), Map.of("c", Map.of("a", 3L, "b", 1L)));
        var other = new Statistics(Map.of(), Map.of("c", Map.of("a", 2L, "d", 5L)));
        assertEquals(
                Map.of("c", Map.of("a", 5L, "b", 1L, "d", 5L)), one.plus(other).counts());
    }

    @Test
    void encodesMissingUnknownAndConstantAsZero() {
        var rows = new Rows(
                3,
                Map.of("x", new double[] {3, Double.NaN, 1}, "k", new double[] {7, 7, 7}),
                Map.of("c", new String[] {"b", "", "z"}));
        var encoding = new Encoding(List.of(
                new Input.Numeric("x", 1, 2),
                new Input.Numeric("k", 7, 0),
                new Input.Categorical("c", List.of("a", "b"))));
        assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, encoding.encode(rows, rows(0, 3)));
    }

    @Test
    void anEncodingSurvivesJsonToTheLastBit() {
        var encoding = new Encoding(List.of(
                new Input.Numeric("수입", 1.0 / 3, Math.PI * 1e7), new Input.Categorical("c", List.of("a", "\"b\""))));
        assertEquals(encoding, EncodingJson.read(EncodingJson.write(encoding)));
    }

    @Test
    void refusesJsonThatIsNoEncoding() {
        var good = EncodingJson.write(new Encoding(List.of(new Input.Numeric("x", 0, 1))));
        var infinite = good.deepCopy();
        ((ObjectNode) infinite.get(0)).put("mean", Double.POSITIVE_INFINITY);
        assertThrows(IllegalArgumentException.class, () -> EncodingJson.read(infinite));
        var extra = good.deepCopy();
        ((ObjectNode) extra.get(0)).put("code", 1);
        assertThrows(IllegalArgumentException.class, () -> EncodingJson.read(extra));
        assertThrows(IllegalArgumentException.class, () -> EncodingJson.read(good.get(0)));
    }

    private static int[] rows(int from, int until) {
        return IntStream.range(from, until).toArray();
    }
}
