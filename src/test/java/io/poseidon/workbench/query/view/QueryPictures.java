package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import io.poseidon.workbench.query.view.question.PastQuestions;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Pictures.Look;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;

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

    private static final String JOINED = """
        -- Cafe spending by store manager
        SELECT m.manager, m.opened, sum(s.amount_sum) AS spend, sum(s.txn_count) AS purchases
        FROM spend s
        JOIN my_stores m ON s.region = m.region
        WHERE s.category = 'cafe'
        GROUP BY m.manager, m.opened
        ORDER BY m.manager\
        """;

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
        states.put("filtered", states.get("refused"));
        states.put("picker", CAFE);
        states.put("own", JOINED);
        states.put("own-trouble", JOINED);
        return states;
    }

    private QueryPictures() {}

    /// Fails, and says why, where anything was left open when the purchase is closed.
    public static void main(String[] arguments) {
        int failed = 1;
        try {
            all(Path.of(arguments[0]), Set.of(arguments), arguments.length > 1);
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            System.exit(failed); // the toolkit's thread would go on
        }
    }

    private static void all(Path out, Set<String> wanted, boolean some) throws Exception {
        try (var purchase = new SamplePurchase()) {
            for (var state : STATES.keySet()) {
                if (some && !wanted.contains(state)) {
                    continue;
                }
                for (var look : Look.all()) {
                    take(purchase, look, state, out.resolve("query-" + state + "-" + look.suffix() + ".png"));
                }
                larger(purchase, state, out);
            }
        }
    }

    /// At 150 and 200 %, and in the smallest window.
    private static void larger(SamplePurchase purchase, String state, Path out) throws Exception {
        var korean = Look.PLAIN.in(Language.KOREAN);
        var name = "query-" + state;
        if (state.equals("warned")) {
            take(purchase, korean.sized(2160, 1350).zoomed(1.5), state, out.resolve(name + "-150.png"));
        }
        take(purchase, Look.PLAIN.sized(1920, 1080).zoomed(2), state, out.resolve(name + "-200-en.png"));
        take(purchase, korean.sized(1920, 1080).zoomed(2), state, out.resolve(name + "-200-ko.png"));
        take(purchase, korean.sized(1024, 680), state, out.resolve(name + "-small.png"));
    }

    private static void take(SamplePurchase purchase, Look look, String state, Path file) throws Exception {
        var surroundings = Pictures.on(look::surroundings);
        var folder = Files.createTempDirectory("book");
        var open = new SimpleObjectProperty<>(Optional.of(purchase.bundle));
        var questions = Pictures.on(() -> new OpenPurchase(
                surroundings.jobs(), purchase.engine, open, Gate.forgetful(), surroundings.notices()::tell));
        var cells = Pictures.on(() -> new BesideCells(
                surroundings.jobs(),
                purchase.engine,
                questions,
                UploadShelf.open(folder.resolve("own-tables.json")),
                surroundings.notices()::tell));
        if (state.startsWith("own")) {
            stores(cells.own(), surroundings, folder);
        }
        var tabs = Pictures.on(() -> {
            var made = new QueryTabs(surroundings.jobs(), cells.queriesProperty(), new Workbook(folder), CLOCK);
            STATES.forEach((name, sql) -> {
                if (!name.equals(state) && !sql.equals(ENDLESS) && !name.startsWith("own")) {
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
            } else if (state.equals("filtered")) {
                tabs.past().endedProperty().set(PastQuestions.Ended.REFUSED);
                tabs.past().searchProperty().set("spend");
            }
            return true;
        });
        if (state.equals("own-trouble")) {
            trouble(cells.own(), surroundings, folder);
        }
        if (!state.equals("running")) {
            Snapshot.idle(surroundings.jobs());
        }
        var scene = Pictures.on(() -> look.scene(
                surroundings,
                Pictures.framed(
                        new QueryWorkspace(surroundings, tabs, Optional.empty(), List.of(cells.own())),
                        look.width() / look.zoom())));
        if (!state.equals("running")) {
            Snapshot.idle(surroundings.jobs());
        }
        Pictures.on(() -> Snapshot.take(scene));
        if (state.equals("picker")) {
            Pictures.on(() -> {
                ((ToggleButton) scene.getRoot().lookup(".query-chart .icon-button")).fire();
                return Snapshot.take(scene);
            });
        }
        Pictures.save(scene, file);
        Pictures.on(() -> {
            open.set(Optional.empty());
            questions.close();
            return true;
        });
    }

    /// A table of stores, and what is asked of it.
    private static void stores(OwnTablesModel own, Surroundings surroundings, Path folder) throws Exception {
        var file = folder.resolve("My stores.csv");
        Files.writeString(
                file,
                "region,manager,opened,seats\nSeoul,Kim Ji-woo,2019-04-01,48\nBusan,Lee Seo-jun,2021-10-15,32\n"
                        + "Daegu,Park Ha-eun,2023-02-20,24\nJeju,최지우,2024-06-01,\n");
        Pictures.on(() -> {
            own.add(List.of(file));
            return true;
        });
        Snapshot.idle(surroundings.jobs());
    }

    /// The stores changed, and another file is no table.
    private static void trouble(OwnTablesModel own, Surroundings surroundings, Path folder) throws Exception {
        var file = folder.resolve("My stores.csv");
        Files.writeString(file, "region,manager,opened\nSeoul,Jung Min-jae,2019-04-01\n");
        var bad = folder.resolve("people.csv");
        Files.writeString(bad, "name,NAME\nKim,Lee\n");
        Pictures.on(() -> {
            own.add(List.of(file, bad));
            return true;
        });
        Snapshot.idle(surroundings.jobs());
    }
}
