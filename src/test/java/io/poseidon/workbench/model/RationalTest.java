package io.poseidon.workbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RationalTest {

    @ParameterizedTest
    @CsvSource({"2/4, 1/2", "-2/-4, 1/2", "3/-6, -1/2", "0.25, 1/4", "1e-3, 1/1000", "7, 7", "10/5, 2", "0/9, 0"})
    void readsEverySpellingInLowestTerms(String text, String expected) {
        assertEquals(expected, Rational.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({"7/2, 3, 4", "-7/2, -4, -3", "4, 4, 4", "-4, -4, -4"})
    void roundsTowardsTheRightSide(String text, BigInteger floor, BigInteger ceiling) {
        assertEquals(floor, Rational.parse(text).floor());
        assertEquals(ceiling, Rational.parse(text).ceiling());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/0", "abc", "1e9999", "1/2/3"})
    void refusesWhatIsNoNumber(String text) {
        assertThrows(ArithmeticException.class, () -> {
            try {
                Rational.parse(text);
            } catch (NumberFormatException e) {
                throw new ArithmeticException(e.getMessage());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1/3, 1/6, 1/2", "0.1, 0.2, 3/10", "-1/2, 1/2, 0"})
    void addsExactly(String a, String b, String sum) {
        var left = Rational.parse(a);
        var right = Rational.parse(b);
        assertEquals(Rational.parse(sum), left.plus(right));
        assertEquals(left, left.plus(right).minus(right));
        assertTrue(left.max(right).compareTo(left.min(right)) >= 0);
    }
}
