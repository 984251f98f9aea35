package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A pool of whole minor units (cents, won) divided in proportion to values, to the last unit.
public final class Payout {

    private Payout() {}

    /// Largest remainder: each gets the whole part of the share, what is left goes one by one to the largest
    /// fractions, ties to the one named first. Negative values count as nothing; with no positive value nobody is
    /// paid.
    public static List<BigInteger> largestRemainder(BigInteger pool, List<Rational> values) {
        var positive = values.stream().map(value -> value.max(Rational.ZERO)).toList();
        var total = positive.stream().reduce(Rational.ZERO, Rational::plus);
        if (total.signum() == 0) {
            return values.stream().map(value -> BigInteger.ZERO).toList();
        }
        var shares = positive.stream()
                .map(value -> value.times(new Rational(pool, BigInteger.ONE)).over(total))
                .toList();
        var paid = new ArrayList<>(shares.stream().map(Rational::floor).toList());
        var left = pool.subtract(paid.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.<Integer, Rational>comparing(i -> fraction(shares.get(i)))
                        .reversed())
                .limit(left.longValueExact())
                .forEach(i -> paid.set(i, paid.get(i).add(BigInteger.ONE)));
        return List.copyOf(paid);
    }

    private static Rational fraction(Rational share) {
        return share.minus(new Rational(share.floor(), BigInteger.ONE));
    }
}
