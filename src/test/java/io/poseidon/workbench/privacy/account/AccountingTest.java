package io.poseidon.workbench.privacy.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.NestedStep;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class AccountingTest {

    @ParameterizedTest
    @CsvSource({
        "0.005,1e-6,.430", "0.02,1e-6,.900", "0.05,1e-6,1.472", "0.1,1e-6,2.142", "0.25,1e-6,3.542", "0.5,1e-6,5.222",
        "1,1e-6,7.766", "2,1e-6,11.689", "0.005,1e-9,.565", "0.02,1e-9,1.163", "0.05,1e-9,1.882", "0.1,1e-9,2.716",
        "0.25,1e-9,4.437", "0.5,1e-9,6.474", "1,1e-9,9.521", "2,1e-9,14.150"
    })
    void epsilonOfRhoIsThePublishedOne(double rho, double delta, double epsilon) {
        assertEquals(epsilon, Zcdp.epsilon(rho, delta), 6e-4);
    }

    @ParameterizedTest
    @CsvSource({"0.005,1e-6", "0.1,1e-9", "1,1e-6", "4,1e-12"})
    void epsilonIsRoundedUpAndNeverUnderTheExactGaussian(String rho, String delta) {
        var stated = Zcdp.epsilon(Rational.parse(rho), Rational.parse(delta)).epsilon();
        double computed = Zcdp.epsilon(Double.parseDouble(rho), Double.parseDouble(delta));
        double exact = AnalyticGaussian.epsilon(Double.parseDouble(delta), 1 / Math.sqrt(2 * Double.parseDouble(rho)));
        assertTrue(stated.doubleValue() >= computed && stated.doubleValue() < computed + 1.1e-4);
        assertTrue(computed >= exact, computed + " under " + exact);
        assertTrue(computed < 1.2 * exact, computed + " far over " + exact);
        assertEquals(4, stated.scale());
    }

    @Test
    void nothingReleasedCostsNothing() {
        assertEquals(
                0, Zcdp.epsilon(Rational.ZERO, Rational.parse("1e-9")).epsilon().signum());
        assertThrows(IllegalArgumentException.class, () -> Zcdp.epsilon(0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> Zcdp.epsilon(-0.1, 1e-6));
    }

    @Test
    void rhoAndVarianceAreInverse() {
        var squared = Sensitivity.squared(bounds("0", "1000000"), 30);
        var variance = Zcdp.variance(squared, Rational.parse("1/6"));
        assertEquals(Rational.parse("90000000000000"), variance);
        assertEquals(Rational.parse("1/6"), Zcdp.rho(squared, variance));
    }

    @ParameterizedTest
    @CsvSource({"0,10,4,400,800", "-10,4,1,100,200", "-10,10,3,300,1200", "2,10,1,100,200", "-1,1,1,1,4"})
    void sensitivitiesAreThoseOfTheTable(String lo, String hi, int cells, String added, String replaced) {
        assertEquals(Rational.parse(added), Sensitivity.squared(bounds(lo, hi), cells));
        assertEquals(Rational.parse(replaced), Sensitivity.squaredUnderReplacement(bounds(lo, hi), cells));
    }

    @Test
    void theExactGaussianHasItsKnownPoint() {
        assertEquals(0.1269367, AnalyticGaussian.delta(1, 1), 1e-7);
        assertEquals(1, AnalyticGaussian.epsilon(AnalyticGaussian.delta(1, 1), 1), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0,.5",
        "1.959963984540054,.025",
        "3.2905267314919255,.0005",
        "6,9.865876450376981e-10",
        "-1,.8413447460685429",
        "-7,.99999999999872018",
        "3.0000000001,.00134989803118691"
    })
    void theNormalTailIsRight(double x, double above) {
        assertEquals(above, Normal.above(x), above * 1e-12);
        if (above < 0.9) {
            assertEquals(x, -Normal.quantile(above), 1e-9);
        }
    }

    @Test
    void quantilesOfSmallNoiseAreThoseOfIntegers() {
        var law = DiscreteGaussianLaw.of(Rational.parse("9"));
        assertEquals(6, law.halfWidth(0.95));
        assertEquals(0.9345, 1 - 2 * law.atLeast(6), 1e-3);
        assertEquals(0.9705, 1 - 2 * law.atLeast(7), 1e-4);
    }

    @Test
    void lawsMeetWhereTheyChangeMethod() {
        var summed = DiscreteGaussianLaw.of(Rational.parse("39999"));
        var normal = DiscreteGaussianLaw.of(Rational.parse("40001"));
        for (long x : new long[] {1, 100, 400, 900}) {
            assertEquals(1, summed.atLeast(x) / normal.atLeast(x), 1e-3);
        }
        assertEquals(summed.halfWidth(0.95), normal.halfWidth(0.95));
    }

    @ParameterizedTest
    @CsvSource({"0.25,.2150", "0.5,.49898", "1,.9999998", "2,2.0"})
    void theVarianceOfSmallNoiseIsKnown(String variance, double exact) {
        var law = DiscreteGaussianLaw.of(Rational.parse(variance));
        assertEquals(exact, law.exactVariance(), 6e-5);
        double total = law.probability(0);
        for (int x = 1; x < 60; x++) {
            total += 2 * law.probability(x);
        }
        assertEquals(1, total, 1e-12);
    }

    @Test
    void stepsBelowTheRuleAreUnsound() {
        assertTrue(new NestedStep(Rational.of(3), Rational.of(15)).isSound());
        assertEquals(Rational.parse("12/5"), new NestedStep(Rational.of(3), Rational.of(15)).harmonic());
        assertTrue(!new NestedStep(Rational.parse("0.75"), Rational.of(15)).isSound());
        assertThrows(IllegalArgumentException.class, () -> new NestedStep(Rational.of(3), Rational.of(3)));
    }

    @ParameterizedTest
    @CsvSource({"1/2,1/2", "1,1", "1,9", "2,2", "9,1/2"})
    void theSlackBoundsTheExactConvolution(String first, String added) {
        var step = new NestedStep(Rational.parse(first), Rational.parse(first).plus(Rational.parse(added)));
        var one = DiscreteGaussianLaw.of(step.better());
        var two = DiscreteGaussianLaw.of(step.addedVariance());
        var sum = DiscreteGaussianLaw.of(step.worse());
        double worst = 0;
        for (int x = 0; x <= 8; x++) {
            double probability = 0;
            for (int y = -80; y <= 80; y++) {
                probability += one.probability(y) * two.probability(x - y);
            }
            worst = Math.max(worst, Math.abs(Math.log(probability / sum.probability(x))));
        }
        assertTrue(worst <= step.slack() + 1e-13, worst + " over " + step.slack());
        assertTrue(step.slack() > 1e-11 ? worst > step.slack() / 4 : worst < 1e-10, "the bound is not idle: " + worst);
    }

    @Test
    void theWorseVersionAloneCostsItsOwnRhoUpToTheSlack() {
        var step = new NestedStep(Rational.of(3), Rational.of(15));
        assertEquals(1 / 30.0, step.rhoAlone(Rational.ONE, 1), 1e-12);
        assertTrue(step.slack() < 4e-17);
    }

    @Test
    void guaranteesPrintTheirTwoNumbers() {
        assertEquals(
                "ε 0.9 at δ 1/1000000", new EpsilonDelta(new BigDecimal("0.9"), Rational.parse("1e-6")).toString());
    }

    private static Bounds bounds(String lo, String hi) {
        return new Bounds(Rational.parse(lo), Rational.parse(hi));
    }
}
