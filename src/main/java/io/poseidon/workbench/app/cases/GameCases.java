package io.poseidon.workbench.app.cases;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.contributor.Game;
import io.poseidon.workbench.pricing.contributor.Semivalue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `shapley`: the utility of every coalition is given, keyed by its players in ascending order, `0,2`.
final class GameCases {

    private GameCases() {}

    static Answer value(Document given) {
        var game = game(given);
        var shapley = new Semivalue.Shapley().values(game);
        var json = Read.object();
        json.set("shapley", Read.texts(shapley));
        json.set("shapley_float", Read.doubles(shapley));
        json.set("banzhaf", Read.texts(new Semivalue.Banzhaf().values(game)));
        json.set("loo", Read.texts(new Semivalue.LeaveOneOut().values(game)));
        json.set("beta_shapley_16_1", Read.doubles(new Semivalue.Beta(16, 1).values(game)));
        json.set("beta_shapley_4_1", Read.texts(new Semivalue.Beta(4, 1).values(game)));
        json.set("beta_shapley_1_4", Read.texts(new Semivalue.Beta(1, 4).values(game)));
        return new Answer(json, "Shapley " + joined(shapley));
    }

    static String joined(List<Rational> values) {
        return values.stream().map(Rational::toString).collect(Collectors.joining(", "));
    }

    private static Game game(Document given) {
        int players = given.required("n").integer();
        if (players < 1 || players > Game.MOST_PLAYERS) {
            throw given.required("n").expected("a whole number from 1 to " + Game.MOST_PLAYERS);
        }
        var table = given.required("utility");
        var entries = table.entries();
        var utilities = new ArrayList<Rational>();
        for (int coalition = 0; coalition < 1 << players; coalition++) {
            var key = key(coalition, players);
            var utility = entries.get(key);
            if (utility == null) {
                throw table.expected("a utility for every coalition; \"" + key + "\" is missing");
            }
            utilities.add(Read.fraction(utility));
        }
        if (entries.size() != utilities.size()) {
            throw table.expected("keyed by players 0 to " + (players - 1) + " in ascending order");
        }
        return new Game(players, utilities);
    }

    private static String key(int coalition, int players) {
        return IntStream.range(0, players)
                .filter(player -> (coalition >> player & 1) == 1)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
