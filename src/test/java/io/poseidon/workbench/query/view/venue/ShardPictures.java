package io.poseidon.workbench.query.view.venue;

import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardSeat;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.view.QueryWorkspace;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Pictures.Look;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;

/// Pictures of Query at a shard of the sample: `ShardPictures FOLDER ROWS POLICY [STATE…]`, with the rows and the
/// policy of one of them. For looking at, by hand.
public final class ShardPictures {

    private static final Clock CLOCK =
            Clock.tick(Clock.fixed(Instant.parse("2026-12-01T09:41:00Z"), ZoneOffset.UTC), Duration.ofSeconds(1));

    private static final String BY_AGE = """
        -- People and spending by age
        SELECT age_band,
               COUNT(DISTINCT user_id) AS people,
               SUM(amount) AS spend
        FROM txn
        GROUP BY age_band
        ORDER BY age_band\
        """;

    private static final String BY_CATEGORY = """
        -- Mean purchase by category
        SELECT category, AVG(amount) AS per_purchase
        FROM txn
        GROUP BY category
        ORDER BY category\
        """;

    private static final String JEWELRY = """
        -- Jewelry buyers by age and month
        SELECT age_band, month,
               COUNT(DISTINCT user_id) AS people,
               SUM(amount) AS spend
        FROM txn
        WHERE category = 'jewelry'
        GROUP BY age_band, month
        ORDER BY age_band, month\
        """;

    private static final String CROSS = """
        -- September by category and age
        SELECT category, age_band,
               COUNT(DISTINCT user_id) AS people
        FROM txn
        WHERE month = 9
        GROUP BY category, age_band
        ORDER BY category, age_band\
        """;

    private static final String WHO = """
        -- Who spends most
        SELECT user_id, age_band, MAX(amount) AS largest
        FROM txn
        GROUP BY user_id, age_band
        ORDER BY largest DESC
        LIMIT 10\
        """;

    private static final Map<String, String> STATES = states();

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        states.put("allowed", BY_AGE);
        states.put("filtered", CROSS);
        states.put("nothing", JEWELRY);
        states.put("refused", WHO);
        states.put("repaired", WHO);
        states.put("cancelled", BY_AGE);
        states.put("exhausted", BY_AGE);
        states.put("again", BY_AGE);
        states.put("empty", "");
        states.put("in-use", BY_AGE);
        return states;
    }

    private ShardPictures() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = Set.of(arguments);
        var shard = Path.of(arguments[0]).resolve("seoul");
        Files.createDirectories(shard);
        Files.copy(Path.of(arguments[1]), shard.resolve("txn.parquet"));
        try (var purchase = new SamplePurchase();
                var engine = Engine.start()) {
            for (var state : STATES.keySet()) {
                if (arguments.length > 3 && !wanted.contains(state)) {
                    continue;
                }
                Files.writeString(shard.resolve("policy.yaml"), policy(Path.of(arguments[2]), state));
                new ShardPictures().take(engine, purchase.queries, shard, state, Path.of(arguments[0]));
                clear(shard.resolve("state"));
            }
        } finally {
            System.exit(0);
        }
    }

    private static String policy(Path file, String state) throws Exception {
        var text = Files.readString(file);
        return state.equals("exhausted") ? text.replace("budget: {rho: 1.0", "budget: {rho: 0.05") : text;
    }

    private void take(Engine engine, PurchaseQueries cells, Path folder, String state, Path out) throws Exception {
        var surroundings = Pictures.on(Look.PLAIN::surroundings);
        var purchase = new SimpleObjectProperty<>(Optional.of(cells));
        var seat = new ShardSeat("local", Timing.standard().on(CLOCK), KeyNotary::shard);
        var person = Files.createTempDirectory("person");
        var desk = new ShardDesk(engine, seat);
        try (var other = new ShardDesk(engine, seat)) {
            if (state.equals("in-use")) {
                other.open(Shard.in(folder), Progress.NONE);
            }
            var choice = Pictures.on(
                    () -> new VenueChoice(surroundings.jobs(), purchase, desk, new ShardShelf(person), List.of()));
            var tabs = Pictures.on(
                    () -> new QueryTabs(surroundings.jobs(), choice.venueProperty(), new Workbook(person), CLOCK));
            act(() -> tabs.ask("-- Totals by month\nSELECT month, sum(amount_sum) AS spend FROM spend GROUP BY 1"));
            Snapshot.idle(surroundings.jobs());
            act(() -> choice.open(folder));
            Snapshot.idle(surroundings.jobs());
            tell(surroundings, tabs, state);
            var scene = Pictures.on(() -> Look.PLAIN.scene(
                    surroundings,
                    Pictures.framed(new QueryWorkspace(surroundings, tabs, Optional.of(choice), List.of()), 1440)));
            for (var mode : Theme.Mode.values()) {
                for (var language : Language.values()) {
                    act(() -> surroundings.theme().modeProperty().set(mode));
                    act(() -> surroundings.words().languageProperty().set(language));
                    Snapshot.idle(surroundings.jobs());
                    Pictures.on(() -> Snapshot.take(scene));
                    var name = "shard-" + state + "-" + mode.name().toLowerCase(Locale.ROOT) + "-"
                            + language.locale().getLanguage() + ".png";
                    Pictures.save(scene, out.resolve(name));
                }
            }
            act(choice::close);
        }
    }

    private static void tell(Surroundings surroundings, QueryTabs tabs, String state) throws Exception {
        if (state.equals("in-use")) {
            act(() -> tabs.open(BY_AGE));
            return;
        }
        act(() -> tabs.open(BY_CATEGORY).run());
        Snapshot.idle(surroundings.jobs());
        act(() -> {
            tabs.open(STATES.get(state));
            tabs.shown().run();
        });
        if (state.equals("cancelled")) {
            Thread.sleep(60);
            act(() -> tabs.shown().cancel());
        }
        Snapshot.idle(surroundings.jobs());
        if (state.equals("repaired")) {
            act(() -> {
                tabs.shown().useRepair();
                tabs.shown().run();
            });
            Snapshot.idle(surroundings.jobs());
        } else if (state.equals("again")) {
            act(() -> tabs.shown().run());
            Snapshot.idle(surroundings.jobs());
        }
        act(() -> tabs.save());
        Snapshot.idle(surroundings.jobs());
    }

    private static void act(Runnable action) {
        Pictures.on(() -> {
            action.run();
            return true;
        });
    }

    private static void clear(Path state) throws Exception {
        if (Files.exists(state)) {
            try (var tree = Files.walk(state)) {
                for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
