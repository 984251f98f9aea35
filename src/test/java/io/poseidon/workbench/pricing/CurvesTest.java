package io.poseidon.workbench.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.model.Rational;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Published price formulas, sampled as menus of 160 offers from 1/8 to 20.
final class CurvesTest {

    private static final Map<String, DoubleUnaryOperator> FORMULAS = Map.ofEntries(
            Map.entry("c*x", x -> 3 * x),
            Map.entry("c*x^2", x -> 3 * x * x),
            Map.entry("c*log(1+x)", x -> 3 * Math.log1p(x)),
            Map.entry("c*(1-exp(-x))", x -> 3 * -Math.expm1(-x)),
            Map.entry("fee+c*x", x -> 5 + 3 * x),
            Map.entry("1+floor(x)", x -> 1 + Math.floor(x)),
            Map.entry("x^2/(1+x)", x -> x * x / (1 + x)),
            Map.entry("exp(x)-1", Math::expm1),
            Map.entry("1/(1+exp(-(x-5)))", x -> 1 / (1 + Math.exp(5 - x))),
            Map.entry("2x+|sin(pi*x)|/2", x -> 2 * x + Math.abs(Math.sin(Math.PI * x)) / 2),
            Map.entry("max(x,10)", x -> Math.max(x, 10)));

    @TestFactory
    Stream<DynamicTest> givesEveryFormulaItsVerdict() throws IOException {
        var file = Shared.path("vectors/pricing/arbitrage_curves.json");
        var cases = new ObjectMapper().readTree(file.toFile()).path("cases");
        assertEquals(FORMULAS.size(), cases.size());
        return StreamSupport.stream(cases.spliterator(), false).map(given -> {
            var id = given.path("id").asText();
            boolean free = given.path("arbitrage_free").asBoolean();
            return dynamicTest(
                    id,
                    () -> assertEquals(
                            free,
                            ExactTest.check(sampled(Objects.requireNonNull(FORMULAS.get(id), id)))
                                    instanceof Certificate.Free));
        });
    }

    private static Menu sampled(DoubleUnaryOperator price) {
        return new Menu(IntStream.rangeClosed(1, 160)
                .mapToObj(i -> new Offer(Rational.of(i, 8), rounded(price.applyAsDouble(i / 8.0))))
                .toList());
    }

    private static Rational rounded(double price) {
        return Rational.of(new BigDecimal(price).setScale(9, RoundingMode.HALF_EVEN));
    }
}
