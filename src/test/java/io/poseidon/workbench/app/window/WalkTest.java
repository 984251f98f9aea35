package io.poseidon.workbench.app.window;

import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.VenueState;
import io.poseidon.workbench.ui.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window on the sample, as it is put together for a person: from opening the purchase to a spent budget and
/// back.
@ExtendWith(ApplicationExtension.class)
class WalkTest {

    private static final String CELLS = "select region, sum(amount_sum) as won from spend group by 1 order by 1";

    @TempDir
    private Path folder;

    private DemoSetting demo;
    private Composition window;

    @BeforeEach
    void start() throws Exception {
        demo = DemoSetting.find();
        window = Pictures.on(() -> {
            var made = new Composition(demo.sample(folder.resolve("person")), Optional.empty());
            made.workbench().scene(1440, 900);
            made.workbench().goTo("query");
            made.openSample();
            return made;
        });
        until(() -> window.screens().query().venue().getValue().isPresent());
    }

    @AfterEach
    void end() {
        on(window::close);
        window.awaitEnd();
        demo.close();
    }

    @Test
    void fromThePurchaseToASpentBudgetAndBack() throws Exception {
        ask(CELLS);
        var ofCells = assertInstanceOf(QueryState.Answered.class, state());
        assertEquals(17, ofCells.rows());
        var file = folder.resolve("by-region.parquet");
        on(() -> tabs().shown().export(file, Format.PARQUET, outcome -> {}));
        until(() -> Files.exists(file));

        var shard = window.screens().places().shards().getFirst();
        on(() -> window.screens().places().to(shard));
        until(() -> window.screens().places().stateProperty().get() instanceof VenueState.Open);
        until(() -> state() instanceof QueryState.Ready);
        untilRefusedForTheBudget();
        assertTrue(spent() > 0.9, () -> "spent " + spent());

        on(() -> window.screens().places().toCells());
        until(() -> tabs().venue().getValue().isPresent());
        assertSame(ofCells, state(), "what was answered here is still here");
    }

    /// Each category and month apart, so that none was paid before.
    private void untilRefusedForTheBudget() throws Exception {
        for (var category : List.of(
                "grocery",
                "dining",
                "cafe",
                "transport",
                "online",
                "health",
                "education",
                "leisure",
                "travel",
                "clothing")) {
            for (int month = 7; month <= 9; month++) {
                ask("select age_band, count(*) as n, count(distinct user_id) as people, sum(amount) as won, avg(amount)"
                        + " as mean from txn where month = " + month + " and category = '" + category
                        + "' group by age_band");
                if (state() instanceof QueryState.Refused refused) {
                    assertEquals(Rule.BUDGET, refused.decision().rule(), refused.decision()::toString);
                    return;
                }
                assertInstanceOf(QueryState.Answered.class, state());
            }
        }
        throw new AssertionError("the budget never ended: " + spent());
    }

    private double spent() {
        return tabs().purseProperty().get().orElseThrow().own().spent().toDouble();
    }

    private QueryTabs tabs() {
        return window.screens().query();
    }

    private QueryState state() {
        return tabs().shown().state();
    }

    private void ask(String sql) throws Exception {
        on(() -> {
            tabs().shown().textProperty().set(sql);
            tabs().shown().run();
        });
        until(() -> !(state() instanceof QueryState.Running));
    }

    private static void on(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }
}
