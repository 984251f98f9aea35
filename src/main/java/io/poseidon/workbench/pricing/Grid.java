package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/// Exact fractions as whole multiples of one common unit, the largest there is.
public record Grid(List<BigInteger> multiples, Rational unit) {

    public Grid {
        multiples = List.copyOf(multiples);
    }

    public static Grid of(List<Rational> values) {
        var denominator = values.stream().map(Rational::denominator).reduce(BigInteger.ONE, Grid::leastCommonMultiple);
        var scaled = values.stream()
                .map(value -> value.numerator().multiply(denominator.divide(value.denominator())))
                .toList();
        var divisor = scaled.stream().reduce(BigInteger.ZERO, BigInteger::gcd).max(BigInteger.ONE);
        return new Grid(
                scaled.stream().map(value -> value.divide(divisor)).toList(), new Rational(divisor, denominator));
    }

    /// `first` and `second` on one grid, as multiples in that order.
    static Grid of(List<Rational> first, List<Rational> second) {
        return of(Stream.concat(first.stream(), second.stream()).toList());
    }

    public Rational value(BigInteger multiple) {
        return unit.times(new Rational(multiple, BigInteger.ONE));
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
