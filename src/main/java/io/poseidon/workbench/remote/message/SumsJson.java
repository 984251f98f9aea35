package io.poseidon.workbench.remote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.training.features.Moments;
import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.metrics.BinaryScores;
import java.util.Map;
import java.util.TreeMap;

/// A shard's statistics and scores as JSON. Score bins are written sparsely, as pairs of bin and count.
final class SumsJson {

    private SumsJson() {}

    static ObjectNode write(ObjectNode node, Statistics statistics) {
        var moments = node.putObject("moments");
        statistics
                .moments()
                .forEach((column, sums) -> moments.putArray(column)
                        .add(sums.count())
                        .add(sums.mean())
                        .add(sums.squares()));
        var counts = node.putObject("counts");
        statistics.counts().forEach((column, categories) -> {
            var object = counts.putObject(column);
            categories.forEach(object::put);
        });
        return node;
    }

    static Statistics readStatistics(JsonNode node) {
        var moments = new TreeMap<String, Moments>();
        node.path("moments").properties().forEach(entry -> moments.put(entry.getKey(), moments(entry.getValue())));
        var counts = new TreeMap<String, Map<String, Long>>();
        node.path("counts").properties().forEach(entry -> counts.put(entry.getKey(), categories(entry.getValue())));
        return new Statistics(moments, counts);
    }

    private static Moments moments(JsonNode array) {
        require(array.size() == 3 && array.get(0).isIntegralNumber());
        return new Moments(
                array.get(0).longValue(),
                array.get(1).asDouble(Double.NaN),
                array.get(2).asDouble(Double.NaN));
    }

    private static Map<String, Long> categories(JsonNode object) {
        var categories = new TreeMap<String, Long>();
        object.properties().forEach(entry -> {
            require(entry.getValue().isIntegralNumber());
            categories.put(entry.getKey(), entry.getValue().longValue());
        });
        return categories;
    }

    static ObjectNode write(ObjectNode node, BinaryScores scores) {
        bins(node, "positives", scores.positives());
        bins(node, "negatives", scores.negatives());
        var predicted = node.putArray("predicted");
        for (double sum : scores.predicted()) {
            predicted.add(sum);
        }
        var sums = scores.sums();
        return node.put("correct", sums.correct()).put("loss", sums.loss()).put("lossSquares", sums.lossSquares());
    }

    private static void bins(ObjectNode node, String key, long[] counts) {
        var array = node.putArray(key);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                array.add(i).add(counts[i]);
            }
        }
    }

    static BinaryScores readScores(JsonNode node) {
        var predicted = new double[BinaryScores.BANDS];
        require(node.path("predicted").size() == predicted.length);
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = node.path("predicted").get(i).asDouble(Double.NaN);
        }
        var sums = new BinaryScores.Sums(
                node.path("correct").asLong(-1),
                node.path("loss").asDouble(Double.NaN),
                node.path("lossSquares").asDouble(Double.NaN));
        return BinaryScores.of(bins(node.path("positives")), bins(node.path("negatives")), predicted, sums);
    }

    private static long[] bins(JsonNode array) {
        var counts = new long[BinaryScores.BINS];
        require(array.isArray() && array.size() % 2 == 0);
        for (int i = 0; i < array.size(); i += 2) {
            int bin = array.get(i).asInt(-1);
            require(bin >= 0 && bin < counts.length && array.get(i + 1).isIntegralNumber());
            counts[bin] = array.get(i + 1).longValue();
        }
        return counts;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not a shard's sums");
        }
    }
}
