package io.poseidon.workbench.app.window;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/// The guided tour of the sample: one key goes to the next place, does there what a visitor would do, and says in a
/// sentence what is to be seen. After the last stop it begins again.
public final class Tour {

    /// The question that the tour asks.
    public static final String QUESTION = """
        -- Cafe spending by age
        SELECT age_band, region,
               sum(amount_sum) AS spend,
               sum(amount_sum) / sum(txn_count) AS per_purchase
        FROM spend
        WHERE category = 'cafe' AND region IN ('Seoul', 'Busan')
        GROUP BY age_band, region
        ORDER BY age_band, region\
        """;

    /// The question that the tour asks at a shard.
    public static final String AT_A_SHARD = """
        -- September by category and age, at the shard
        SELECT category, age_band,
               COUNT(DISTINCT user_id) AS people
        FROM txn
        WHERE month = 9
        GROUP BY category, age_band
        ORDER BY category, age_band\
        """;

    /// A place of the rail, what is done there, and what is said of it.
    private record Stop(String place, String said, Runnable deed) {

        static Stop at(String place, Runnable deed) {
            return new Stop(place, place, deed);
        }
    }

    private final Surroundings surroundings;
    private final Words words;
    private final Consumer<String> goTo;
    private final List<Stop> stops;
    private int next;

    Tour(Surroundings surroundings, Screens screens, Consumer<String> goTo) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(Tour.class);
        this.goTo = goTo;
        stops = List.of(
                Stop.at("vault", () -> {}),
                Stop.at("explore", () -> {}),
                Stop.at("query", () -> ask(screens)),
                new Stop("query", "rows", () -> askRows(screens)),
                Stop.at("pricing", () -> {}),
                Stop.at("quality", () -> {}),
                Stop.at("training", () -> train(screens)));
    }

    Action action() {
        return Action.of("tour.next", words.text("tour.next"), Feather.PLAY, "F9", this::goOn);
    }

    /// Says how to begin.
    void invite() {
        surroundings.notices().tell(words.text("tour.invite"));
    }

    private void goOn() {
        var stop = stops.get(next);
        next = (next + 1) % stops.size();
        goTo.accept(stop.place());
        stop.deed().run();
        surroundings.notices().tell(words.text("tour." + stop.said()));
    }

    private static void ask(Screens screens) {
        screens.places().toCells();
        screens.query().ask(QUESTION);
    }

    private static void askRows(Screens screens) {
        var places = screens.places();
        places.shards().stream()
                .findFirst()
                .ifPresent(shard -> places.to(shard, () -> screens.query().ask(AT_A_SHARD)));
    }

    private static void train(Screens screens) {
        if (!screens.training().runningProperty().get()) {
            screens.training().start();
        }
    }
}
