package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.Filters;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.ui.FxDelivery;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Notices;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Takes pictures of the explore screen: `ExplorePictures DIR`. For looking at, by hand.
public final class ExplorePictures {

    private ExplorePictures() {}

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
        var made = Snapshot.onToolkit(() -> {
            var theme = new Theme();
            theme.modeProperty().set(look.mode());
            var surroundings = new Surroundings(new Words(look.language()), theme, jobs, silent());
            var model = new ExploreModel(jobs, new SimpleObjectProperty<>(Optional.of(purchase.queries)));
            return new Made(new ExploreWorkspace(surroundings, model), theme);
        });
        Snapshot.idle(jobs);
        var scene = Snapshot.onToolkit(() -> {
            var model = made.workspace().model();
            var schema = model.table().orElseThrow().schema();
            model.filter(Filters.NONE.with(schema, "month", Set.of("7", "8")));
            model.choose(0);
            return made.theme().scene(Pictures.framed(made.workspace(), 1440), 1440, 900);
        });
        Snapshot.idle(jobs);
        Snapshot.write(() -> scene, out.resolve("explore-" + look.suffix()));
    }

    private record Made(ExploreWorkspace workspace, Theme theme) {}

    static Notices silent() {
        return new Notices() {
            @Override
            public void tell(ObservableValue<String> text) {}

            @Override
            public void tell(Problem problem) {}
        };
    }
}
