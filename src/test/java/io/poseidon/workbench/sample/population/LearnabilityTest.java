package io.poseidon.workbench.sample.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A plain logistic regression, so that the label is known to be learnable before any federation tries.
final class LearnabilityTest {

    private static final int PEOPLE = 24_000;
    private static final int STEPS = 150;
    private static final double RATE = 1.0;

    @Test
    void aLogisticRegressionRanksOverduePeopleAsTheRecipeSays() {
        var population = new Population(Figures.load(), 7);
        var files = LongStream.range(0, PEOPLE)
                .parallel()
                .mapToObj(population::person)
                .map(person -> CreditFile.of(population, person))
                .toList();
        var rows = standardised(files);
        int training = PEOPLE * 4 / 5;
        var weights = fit(rows, files, training);
        assertEquals(0.7795, auc(rows, files, weights, training), 0.025);
    }

    private static double[][] standardised(List<CreditFile> files) {
        int features = CreditFile.FEATURES.size();
        var rows = new double[files.size()][features + 1];
        for (int f = 0; f < features; f++) {
            int at = f;
            double mean = files.stream()
                    .mapToDouble(file -> file.features().get(at))
                    .average()
                    .orElse(0);
            double square = files.stream()
                    .mapToDouble(file -> Math.pow(file.features().get(at) - mean, 2))
                    .average()
                    .orElse(1);
            for (int i = 0; i < rows.length; i++) {
                rows[i][f] = (files.get(i).features().get(f) - mean) / Math.sqrt(square);
                rows[i][features] = 1;
            }
        }
        return rows;
    }

    private static double[] fit(double[][] rows, List<CreditFile> files, int training) {
        var weights = new double[rows[0].length];
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[weights.length];
            for (int i = 0; i < training; i++) {
                double error =
                        Draws.sigmoid(score(rows[i], weights)) - (files.get(i).isOverdue() ? 1 : 0);
                for (int f = 0; f < weights.length; f++) {
                    gradient[f] += error * rows[i][f];
                }
            }
            for (int f = 0; f < weights.length; f++) {
                weights[f] -= RATE * gradient[f] / training;
            }
        }
        return weights;
    }

    private static double score(double[] row, double[] weights) {
        double score = 0;
        for (int f = 0; f < row.length; f++) {
            score += row[f] * weights[f];
        }
        return score;
    }

    private static double auc(double[][] rows, List<CreditFile> files, double[] weights, int from) {
        var order = IntStream.range(from, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> score(rows[i], weights)))
                .toList();
        double ranks = 0;
        long overdue = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            if (files.get(order.get(rank)).isOverdue()) {
                ranks += rank + 1;
                overdue++;
            }
        }
        return (ranks - overdue * (overdue + 1) / 2.0) / (overdue * (order.size() - overdue));
    }
}
