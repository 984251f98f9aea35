package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.FxDelivery;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Notices;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// Takes pictures of the query screen in its states: `QueryPictures DIR`. For looking at, by hand.
public final class QueryPictures {

    private QueryPictures() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        var folder = Files.createTempDirectory("pictures");
        try (var purchase = new Purchase(folder);
                var jobs = new Jobs(new FxDelivery())) {
            for (var mode : Theme.Mode.values()) {
                for (var language : Language.values()) {
                    take(purchase, jobs, new Look(mode, language), out);
                }
            }
        }
        System.exit(0);
    }

    private record Look(Theme.Mode mode, Language language) {
        String suffix() {
            return mode.name().toLowerCase(java.util.Locale.ROOT) + "-"
                    + language.locale().getLanguage() + ".png";
        }
    }

    private static void take(Purchase purchase, Jobs jobs, Look look, Path out) throws Exception {
        var texts = java.util.Map.of(
                "query",
                "-- Spending by region and month\n"
                        + "SELECT region, month,\n"
                        + "       sum(amount_sum) AS spend,\n"
                        + "       sum(amount_sum) / sum(contributors) AS per_head,\n"
                        + "       sum(contributors) AS people\n"
                        + "FROM spend\n"
                        + "WHERE region IN ('서울', 'Busan') AND month >= 7\n"
                        + "GROUP BY 1, 2\n"
                        + "ORDER BY 1, 2",
                "refused",
                "-- A refused one\nSELECT region, random() AS r\nFROM spend\nWHERE secret = 1",
                "bars",
                "SELECT region, sum(contributors) AS n FROM spend GROUP BY 1 ORDER BY 1",
                "examples",
                "");
        for (var entry : texts.entrySet()) {
            var workspace = Snapshot.onToolkit(() -> {
                var theme = new Theme();
                theme.modeProperty().set(look.mode());
                var surroundings = new Surroundings(new Words(look.language()), theme, jobs, silent());
                var model = new QueryModel(
                        jobs,
                        new SimpleObjectProperty<>(Optional.of(purchase.queries)),
                        new Workbook(Files.createTempDirectory("book")),
                        Clock.systemUTC());
                model.textProperty().set(entry.getValue());
                model.run();
                return new Made(new QueryWorkspace(surroundings, model), theme);
            });
            Snapshot.idle(jobs);
            var scene = Snapshot.onToolkit(() -> {
                var regions = workspace.workspace().regions();
                var pane = new BorderPane(regions.main());
                regions.side().ifPresent(side -> {
                    ((Region) side).setPrefWidth(248);
                    side.getStyleClass().add("side");
                    pane.setLeft(side);
                });
                regions.inspector().ifPresent(inspector -> {
                    ((Region) inspector).setPrefWidth(304);
                    inspector.getStyleClass().add("inspector");
                    pane.setRight(inspector);
                });
                return workspace.theme().scene(pane, 1384, 840);
            });
            Snapshot.idle(jobs);
            Thread.sleep(300);
            Snapshot.write(() -> scene, out.resolve(entry.getKey() + "-" + look.suffix()));
            Snapshot.onToolkit(() -> {
                if (workspace.workspace().model().state() instanceof QueryState.Answered answered) {
                    answered.reply().result().close();
                }
                return true;
            });
        }
    }

    private record Made(QueryWorkspace workspace, Theme theme) {}

    static Notices silent() {
        return new Notices() {
            @Override
            public void tell(ObservableValue<String> text) {}

            @Override
            public void tell(Problem problem) {}
        };
    }
}
