package io.poseidon.workbench.privacy.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class SubsampledGaussianTest {

    /// 1.1 … 10.9 and 12 … 63, the orders that the published values of sampled mechanisms were computed over.
    private static final double[] COARSE = DoubleStream.concat(
                    IntStream.range(1, 100).mapToDouble(x -> 1 + x / 10.0),
                    IntStream.range(12, 64).mapToDouble(x -> x))
            .toArray();

    /// 1.001 … 99.999, those of the plain Gaussian.
    private static final double[] FINE =
            IntStream.range(1_001, 100_000).mapToDouble(x -> x / 1000.0).toArray();

    @Test
    void publishedRenyiValuesAreMet() throws IOException {
        int checked = 0;
        for (var known : known("RDP")) {
            if (known.has("q") && known.path("epsilon").asDouble() != 8) {
                double delta = known.path("delta").asDouble();
                double epsilon = mechanism(known).epsilon(delta, known.path("q").asDouble() == 1 ? FINE : COARSE);
                assertEquals(known.path("epsilon").asDouble(), epsilon, 1e-6, known.toString());
                assertTrue(mechanism(known).epsilon(delta) <= epsilon);
                checked++;
            }
        }
        assertEquals(2, checked);
    }

    @Test
    void theMultiplierThatGivesEpsilonEightIsTheKnownOne() {
        double low = 1;
        double high = 3;
        for (int i = 0; i < 12; i++) {
            double middle = (low + high) / 2;
            if (new SubsampledGaussian(middle, 0.04, 2250).epsilon(1e-5) > 8) {
                low = middle;
            } else {
                high = middle;
            }
        }
        assertEquals(1.416, high, 2e-3);
    }

    @Test
    void aRenyiBoundIsNeverUnderTheExactValue() throws IOException {
        for (var known : known("PRV")) {
            if (!known.path("note").asText().equals("inverse")) {
                double epsilon = mechanism(known).epsilon(known.path("delta").asDouble());
                double exact = known.path("epsilon").asDouble();
                assertTrue(epsilon >= exact - known.path("tolerance").asDouble(), known + " gave " + epsilon);
                assertTrue(epsilon < 6 * exact, known + " gave " + epsilon);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.8,0.01,2", "1.5,0.04,5", "2.5,0.01,50", "0.5,0.2,3", "4,0.5,16", "0.3,0.001,7"})
    void integerOrdersEqualTheBinomialSum(double multiplier, double rate, int order) {
        double binomial = binomial(multiplier, rate, order);
        double found = new SubsampledGaussian(multiplier, rate, 1).divergence(order);
        assertEquals(1, found / binomial, 1e-9);
    }

    @Test
    void fractionalOrdersAreThoseOfNumericalIntegration() {
        var mechanism = new SubsampledGaussian(2.5, 0.01, 50);
        assertEquals(6.5007090e-4, 50 * mechanism.divergence(1.5), 1e-10);
        assertEquals(1.0854181e-3, 50 * mechanism.divergence(2.5), 1e-10);
        assertTrue(50 * mechanism.divergence(1.5) <= 6.70579741e-4);
    }

    @Test
    void withoutSamplingItIsThePlainGaussian() {
        double rho = 1 / (2 * 3.0 * 3.0);
        assertEquals(Zcdp.epsilon(4 * rho, 1e-6), new SubsampledGaussian(3, 1, 4).epsilon(1e-6), 1e-9);
        assertEquals(0, new SubsampledGaussian(3, 0, 4).epsilon(1e-6));
    }

    /// Σ C(α,k)(1−q)^(α−k) q^k e^((k²−k)/2σ²), the closed form for integer orders.
    private static double binomial(double multiplier, double rate, int order) {
        double sum = 0;
        double coefficient = 1;
        for (int k = 0; k <= order; k++) {
            sum += coefficient
                    * Math.pow(1 - rate, order - k)
                    * Math.pow(rate, k)
                    * Math.exp(k * (k - 1) / (2 * multiplier * multiplier));
            coefficient = coefficient * (order - k) / (k + 1);
        }
        return Math.log(sum) / (order - 1);
    }

    private static SubsampledGaussian mechanism(JsonNode known) {
        return new SubsampledGaussian(
                known.path("sigma").asDouble(),
                known.path("q").asDouble(),
                known.path("steps").asLong());
    }

    private static List<JsonNode> known(String accountant) throws IOException {
        var all = new ObjectMapper()
                .readTree(Shared.path("vectors/dp/known_epsilon.json").toFile());
        var found = new ArrayList<JsonNode>();
        for (var known : all) {
            if (known.path("accountant").asText().equals(accountant)) {
                found.add(known);
            }
        }
        assertTrue(found.size() > 1, "vectors for " + accountant);
        return found;
    }
}
