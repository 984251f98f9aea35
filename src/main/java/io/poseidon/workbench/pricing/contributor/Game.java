package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// The exact utility of every coalition of `players`; a coalition is a bit mask, player 0 the lowest bit.
public record Game(int players, List<Rational> utilities) {

    /// A game is a table of 2ⁿ utilities.
    public static final int MOST_PLAYERS = 16;

    public Game {
        if (players < 1 || players > MOST_PLAYERS || utilities.size() != 1 << players) {
            throw new IllegalArgumentException("a game of n players has 2^n utilities");
        }
        utilities = List.copyOf(utilities);
    }

    int everyone() {
        return (1 << players) - 1;
    }

    /// What the player adds to a coalition without them.
    Rational marginal(int player, int coalition) {
        return utilities.get(coalition | 1 << player).minus(utilities.get(coalition));
    }
}
