package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A way to weigh what a player adds to coalitions, by the coalition's size; values are exact.
public sealed interface Semivalue {

    /// Weight of one coalition of this size that lacks the player, among `players`.
    Rational weight(int size, int players);

    /// The only one whose values sum to U(everyone) - U(nobody).
    record Shapley() implements Semivalue {
        @Override
        public Rational weight(int size, int players) {
            return new Beta(1, 1).weight(size, players);
        }
    }

    /// Every coalition alike (Wang and Jia 2023: the most robust against noisy utilities).
    record Banzhaf() implements Semivalue {
        @Override
        public Rational weight(int size, int players) {
            return new Rational(BigInteger.ONE, BigInteger.TWO.pow(players - 1));
        }
    }

    /// Only the coalition of all others.
    record LeaveOneOut() implements Semivalue {
        @Override
        public Rational weight(int size, int players) {
            return size == players - 1 ? Rational.ONE : Rational.ZERO;
        }
    }

    /// B(s+β, n-1-s+α)/B(α,β) for whole α, β (Kwon and Zou 2022); α over β favours small coalitions.
    record Beta(int alpha, int beta) implements Semivalue {
        public Beta {
            if (alpha < 1 || beta < 1) {
                throw new IllegalArgumentException("alpha and beta are at least 1");
            }
        }

        @Override
        public Rational weight(int size, int players) {
            return function(size + beta, players - 1 - size + alpha).over(function(alpha, beta));
        }

        private static Rational function(int a, int b) {
            return new Rational(factorial(a - 1).multiply(factorial(b - 1)), factorial(a + b - 1));
        }

        private static BigInteger factorial(int n) {
            return IntStream.rangeClosed(2, n)
                    .mapToObj(BigInteger::valueOf)
                    .reduce(BigInteger.ONE, BigInteger::multiply);
        }
    }

    /// One value a player.
    default List<Rational> values(Game game) {
        var weights = IntStream.range(0, game.players())
                .mapToObj(size -> weight(size, game.players()))
                .toList();
        var values = new ArrayList<Rational>();
        for (int player = 0; player < game.players(); player++) {
            values.add(value(game, player, weights));
        }
        return List.copyOf(values);
    }

    private static Rational value(Game game, int player, List<Rational> weights) {
        var bySize = new Rational[weights.size()];
        Arrays.fill(bySize, Rational.ZERO);
        for (int coalition = 0; coalition <= game.everyone(); coalition++) {
            if ((coalition >> player & 1) == 0) {
                int size = Integer.bitCount(coalition);
                bySize[size] = bySize[size].plus(game.marginal(player, coalition));
            }
        }
        return IntStream.range(0, bySize.length)
                .mapToObj(size -> weights.get(size).times(bySize[size]))
                .reduce(Rational.ZERO, Rational::plus);
    }
}
