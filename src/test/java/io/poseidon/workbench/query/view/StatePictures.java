package io.poseidon.workbench.query.view;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Pictures of the whole window in every state of Query, over the cells of the sample and at its shards, and of the
/// Vault with what it says about purchases beside each other: `StatePictures FOLDER [STATE…]`. Each in English and
/// Korean, light and dark; some also zoomed and in a smaller window. The sample is made in the folder the first time.
/// For looking at, by hand, on a display of 1600 by 1000 or more.
public final class StatePictures {

    private static final String TOTALS =
            "-- Totals by month\nSELECT month, sum(amount_sum) AS spend, sum(txn_count) AS purchases\nFROM spend\n"
                    + "GROUP BY month\nORDER BY month";

    private static final String EVERYTHING =
            "-- Everything, with shares\nSELECT *, amount_sum / txn_count AS per_purchase, amount_sum / contributors AS"
                    + " per_person, txn_count / contributors AS purchases\nFROM spend\n"
                    + "ORDER BY region, age_band, category, month";

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

    private static final String MEANS = """
        -- Mean purchase by region
        SELECT region, avg(amount_sum / txn_count) AS per_purchase
        FROM spend
        GROUP BY region
        ORDER BY region\
        """;

    private static final String WHO =
            "-- Largest jewelry buyers, September\nSELECT region, age_band, user_id,\n       sum(amount_sum) AS spend,"
                    + " random() AS r\nFROM spend\nWHERE category = 'jewelry' AND month = 9\nGROUP BY region, age_band,"
                    + " user_id\nORDER BY spend DESC\nLIMIT 20";

    private static final String ENDLESS =
            "-- Every pair of pairs\nSELECT count(*)\nFROM spend a, spend b, spend c, spend d\n"
                    + "WHERE a.amount_sum + b.amount_sum * c.month % 7 = d.month";

    private static final String JOINED = """
        -- Cafe spending by store manager
        SELECT m.manager, m.opened, sum(s.amount_sum) AS spend, sum(s.txn_count) AS purchases
        FROM spend s
        JOIN my_stores m ON s.region = m.region
        WHERE s.category = 'cafe'
        GROUP BY m.manager, m.opened
        ORDER BY m.manager\
        """;

    private static final String BY_AGE = """
        -- People and spending by age
        SELECT age_band,
               COUNT(DISTINCT user_id) AS people,
               SUM(amount) AS spend
        FROM txn
        GROUP BY age_band
        ORDER BY age_band\
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

    private static final String LARGEST = """
        -- Who spends most
        SELECT user_id, age_band, MAX(amount) AS largest
        FROM txn
        GROUP BY user_id, age_band
        ORDER BY largest DESC
        LIMIT 10\
        """;

    private static final String INSIDE = """
        -- People who buy, by age
        SELECT age_band, max(people) AS largest_region, people_twice
        FROM (SELECT age_band, region, sum(contributors) AS people,
                     2 * sum(contributors) AS people_twice
              FROM spend
              GROUP BY age_band, region)
        GROUP BY age_band, people_twice
        ORDER BY age_band\
        """;

    private static final String ADDED = """
        -- People by age, months added
        SELECT age_band, SUM(people) AS people
        FROM (SELECT age_band, month, COUNT(DISTINCT user_id) AS people
              FROM txn
              GROUP BY age_band, month)
        GROUP BY age_band
        ORDER BY age_band\
        """;

    private static final Set<String> LARGER =
            Set.of("warned", "refused", "shard-filtered", "shard-exhausted", "picker", "vault-siblings");

    /// What is open there closes when the language changes.
    private static final Set<String> PASSING = Set.of("picker", "plan", "completion", "wide-end");

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long LONG_ENOUGH = 1_200;

    private final StateWorld world;
    private final StateWindow window;
    private final Map<String, Runnable> states = new LinkedHashMap<>();

    private StatePictures(StateWorld world, StateWindow window) {
        this.world = world;
        this.window = window;
        cells();
        trouble();
        shards();
        states.put("vault-siblings", () -> window.addPurchases(world.siblings()));
    }

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        int failed = 1;
        try (var demo = DemoSetting.find();
                var world = new StateWorld(Files.createTempDirectory("states"), out.resolve("sample"));
                var window = StateWindow.open(world.setting(demo), Look.PLAIN.sized(WIDTH, HEIGHT))) {
            new StatePictures(world, window).take(out, Set.of(arguments), arguments.length > 1);
            failed = 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
        } finally {
            System.exit(failed); // the toolkit's thread would go on
        }
    }

    private void take(Path out, Set<String> wanted, boolean some) {
        window.openPurchase();
        states.forEach((name, reach) -> {
            if (!some || wanted.contains(name)) {
                reach.run();
                settle(name);
                looks(name).forEach((look, named) -> {
                    window.look(look);
                    if (PASSING.contains(name)) {
                        reach.run();
                    }
                    settle(name);
                    window.picture(out.resolve(named + ".png"));
                });
                window.tidy();
            }
        });
    }

    /// What runs for ever is not waited for.
    private void settle(String state) {
        if (!state.equals("running")) {
            window.idle();
        }
    }

    /// In all four looks; some also larger and in the smallest window.
    private static Map<Look, String> looks(String state) {
        var looks = new LinkedHashMap<Look, String>();
        Look.all().forEach(look -> looks.put(look.sized(WIDTH, HEIGHT), state + "-" + look.suffix()));
        if (LARGER.contains(state)) {
            for (var language : Language.values()) {
                var look = Look.PLAIN.in(language);
                looks.put(look.sized(1024, 700), state + "-small-" + look.suffix());
                looks.put(look.sized(WIDTH, HEIGHT).zoomed(1.25), state + "-125-" + look.suffix());
                looks.put(look.sized(1600, 1000).zoomed(1.5), state + "-150-" + look.suffix());
            }
        }
        return looks;
    }

    private void cells() {
        states.put("empty", () -> {});
        asked("allowed", TOTALS);
        asked("warned", CAFE);
        asked("warned-means", MEANS);
        asked("warned-inside", INSIDE);
        asked("none", "-- Nothing matches\nSELECT region, amount_sum FROM spend WHERE region = 'Atlantis'");
        asked("wide", EVERYTHING);
        states.put("wide-end", () -> {
            window.ask(EVERYTHING);
            window.showLastColumn(".query-result .grid");
        });
        states.put("picker", () -> {
            window.ask(CAFE);
            window.fire(".query-chart .icon-button");
        });
        states.put("plan", () -> {
            window.ask(CAFE);
            window.selectTab(".query-result .tabs", 1);
        });
        states.put("completion", () -> window.complete("SELECT region, sum(a\nFROM spend\nGROUP BY region", 0, 20));
    }

    private void trouble() {
        asked("refused", WHO);
        states.put("repaired", () -> {
            window.ask(WHO);
            window.repair();
        });
        asked("unrepairable", "-- A file\nSELECT * FROM read_csv('people.csv')");
        asked("syntax", "-- Travel, August\nSELECT region,, sum(amount_sum)\nFROM spend");
        asked("failed", "-- Region as a number\nSELECT region, CAST(region AS INTEGER) AS n\nFROM spend");
        states.put("history", window::filterHistory);
        states.put("running", () -> running());
        states.put("cancelled", () -> {
            running();
            window.act(() -> window.tabs().shown().cancel());
        });
        states.put("own-changed", () -> {
            window.ask(TOTALS);
        });
        states.put("own", () -> {
            window.fire(".own-tables .note .button");
            window.idle();
            window.ask(JOINED);
        });
    }

    private void shards() {
        states.put("shard-empty", () -> window.shard("seoul"));
        atShard("shard-added", ADDED);
        atShard("shard-allowed", BY_AGE);
        atShard("shard-filtered", CROSS);
        atShard("shard-nothing", JEWELRY);
        atShard("shard-again", BY_AGE);
        atShard("shard-refused", LARGEST);
        states.put("shard-repaired", () -> {
            window.shard("seoul");
            window.ask(LARGEST);
            window.repair();
        });
        states.put("shard-cancelled", () -> {
            window.shard("seoul");
            window.act(
                    () -> window.tabs().ask("-- Rows by month\nSELECT month, COUNT(*) AS n FROM txn GROUP BY month"));
            StateWindow.pause(60);
            window.act(() -> window.tabs().shown().cancel());
        });
        states.put("shard-exhausted", () -> {
            window.shard("yeongnam");
            window.ask("-- Mean purchase\nSELECT category, AVG(amount) AS mean FROM txn GROUP BY category");
            window.ask(BY_AGE);
        });
        states.put("shard-in-use", () -> window.shard("capital"));
    }

    private void asked(String name, String sql) {
        states.put(name, () -> window.ask(sql));
    }

    private void atShard(String name, String sql) {
        states.put(name, () -> {
            window.shard("seoul");
            window.ask(sql);
        });
    }

    private void running() {
        window.act(() -> window.tabs().ask(ENDLESS));
        StateWindow.pause(LONG_ENOUGH);
    }
}
