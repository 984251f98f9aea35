package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Pictures.Look;
import io.poseidon.workbench.ui.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;

/// Pictures of Query in its states: `QueryPictures FOLDER [STATE…]`. For looking at, by hand.
public final class QueryPictures {

    private static final Clock CLOCK =
            Clock.tick(Clock.fixed(Instant.parse("2026-11-22T09:41:00Z"), ZoneOffset.UTC), Duration.ofSeconds(1));

    private static final String CAFE = """
        -- Cafe spending by age, Seoul and Busan, 2026 Q3
        SELECT age_band, region,
               sum(amount_sum) AS spend,
               sum(amount_sum) / sum(txn_count) AS per_purchase,
               sum(contributors) AS people
        FROM spend
        WHERE category = 'cafe' AND region IN ('Seoul', 'Busan')
        GROUP BY age_band, region
        ORDER BY age_band, region\
        """;

    private static final String ENDLESS =
            "-- Every pair of pairs\nSELECT count(*)\nFROM spend a, spend b, spend c, spend d\n"
                    + "WHERE a.amount_sum + b.amount_sum * c.month % 7 = d.month";

    private static final long LONG_ENOUGH = 1_200;

    private static final Map<String, String> STATES = states();

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        states.put(
                "allowed",
                "-- Totals by month\nSELECT month, sum(amount_sum) AS spend, sum(txn_count) AS purchases\nFROM spend\n"
                        + "GROUP BY month\nORDER BY month");
        states.put("warned", CAFE);
        states.put(
                "refused",
                "-- Largest jewelry buyers, September\nSELECT region, age_band, user_id,\n       sum(amount_sum) AS"
                        + " spend, random() AS r\nFROM spend\nWHERE category = 'jewelry' AND month = 9\nGROUP BY"
                        + " region, age_band, user_id\nORDER BY spend DESC\nLIMIT 20");
        states.put("failed", "-- Median by region\nSELECT region, CAST(region AS INTEGER) AS n\nFROM spend");
        states.put("syntax", "-- Travel, August\nSELECT region,, sum(amount_sum)\nFROM spend");
        states.put("none", "-- Nothing matches\nSELECT region, amount_sum FROM spend WHERE region = 'Atlantis'");
        states.put("wide", "SELECT * FROM spend ORDER BY region, age_band, category, month");
        states.put("empty", "");
        states.put("running", ENDLESS);
        states.put("cancelled", ENDLESS);
        states.put("repaired", states.get("refused"));
        return states;
    }

    private QueryPictures() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        var wanted = Set.of(arguments);
        try (var purchase = new SamplePurchase()) {
            for (var state : STATES.keySet()) {
                if (arguments.length > 1 && !wanted.contains(state)) {
                    continue;
                }
                for (var look : Look.all()) {
                    take(purchase.queries, look, state, out.resolve("query-" + state + "-" + look.suffix() + ".png"));
                }
                if (state.equals("warned")) {
                    larger(purchase.queries, state, out);
                }
            }
        } finally {
            System.exit(0);
        }
    }

    /// At 150 and 200 %, and in the smallest window.
    private static void larger(PurchaseQueries queries, String state, Path out) throws Exception {
        var korean = Look.PLAIN.in(Language.KOREAN);
        take(queries, korean.sized(2160, 1350).zoomed(1.5), state, out.resolve("query-150.png"));
        take(queries, Look.PLAIN.sized(2880, 1800).zoomed(2), state, out.resolve("query-200.png"));
        take(queries, korean.sized(1024, 680), state, out.resolve("query-small.png"));
    }

    private static void take(PurchaseQueries queries, Look look, String state, Path file) throws Exception {
        var surroundings = Pictures.on(look::surroundings);
        var folder = Files.createTempDirectory("book");
        var open = new SimpleObjectProperty<>(Optional.of(queries));
        var tabs = Pictures.on(() -> {
            var made = new QueryTabs(surroundings.jobs(), open, new Workbook(folder), CLOCK);
            STATES.forEach((name, sql) -> {
                if (!name.equals(state) && !sql.equals(ENDLESS)) {
                    made.ask(sql);
                }
            });
            return made;
        });
        Snapshot.idle(surroundings.jobs());
        Pictures.on(() -> {
            while (tabs.tabs().size() > 1) {
                tabs.close(tabs.tabs().getFirst());
            }
            tabs.shown().textProperty().set(state.equals("warned") ? STATES.get("allowed") : CAFE);
            tabs.open(STATES.get(state));
            tabs.shown().run();
            tabs.shown().lookAhead();
            tabs.save();
            return true;
        });
        if (state.equals("running") || state.equals("cancelled")) {
            Thread.sleep(LONG_ENOUGH);
        } else {
            Snapshot.idle(surroundings.jobs());
        }
        Pictures.on(() -> {
            if (state.equals("cancelled")) {
                tabs.shown().cancel();
            } else if (state.equals("repaired")) {
                tabs.shown().useRepair();
                tabs.shown().run();
                tabs.shown().lookAhead();
            }
            return true;
        });
        if (!state.equals("running")) {
            Snapshot.idle(surroundings.jobs());
        }
        var scene = Pictures.on(() -> look.scene(
                surroundings, Pictures.framed(new QueryWorkspace(surroundings, tabs), look.width() / look.zoom())));
        if (!state.equals("running")) {
            Snapshot.idle(surroundings.jobs());
        }
        Pictures.on(() -> Snapshot.take(scene));
        Pictures.save(scene, file);
        Pictures.on(() -> {
            open.set(Optional.empty());
            return true;
        });
    }
}
