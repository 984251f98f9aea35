package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Mode;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Pricing place: the menu of the open purchase as a curve, its verdicts, and a scenario to try other prices in.
/// Nothing here changes a live price.
public final class PricingWorkspace implements Workspace {

    private final Surroundings surroundings;
    private final Words words;
    private final PricingViewModel model;

    public PricingWorkspace(Surroundings surroundings, ObservableValue<Optional<Terms>> terms) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(PricingWorkspace.class);
        this.model = new PricingViewModel(terms);
    }

    /// For tests and for the tour.
    public PricingViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return "pricing";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("title");
    }

    @Override
    public Ikon icon() {
        return Feather.TAG;
    }

    @Override
    public ObservableValue<Mode> mode() {
        return model.shown().map(shown -> simulated(shown) ? Mode.SIMULATION : Mode.LIVE);
    }

    @Override
    public ObservableValue<Status> status() {
        return Bindings.createObjectBinding(this::statusNow, model.shown(), words.languageProperty());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("pricing.repair-exact", words.text("repair.exact"), Feather.CHECK, model::repairExactly)
                        .enabledWhile(hasMenu()),
                Action.of("pricing.repair-relaxed", words.text("repair.relaxed"), Feather.CHECK, model::repairRelaxed)
                        .enabledWhile(hasMenu()),
                Action.of("pricing.reset", words.text("levers.reset"), Feather.ROTATE_CCW, model::resetToLive)
                        .enabledWhile(hasMenu()),
                Action.of("pricing.undo", words.text("undo"), Feather.CORNER_UP_LEFT, "Shortcut+Z", model::undo)
                        .enabledWhile(model.undoable()));
    }

    @Override
    public Regions regions() {
        var side = new LeversPanel(words, model).build();
        var shopping = new ShoppingPanel(words, model);
        var inspector = shopping.build();
        var main = new StackPane();
        var page = new PricingPage(surroundings, words, model);
        var content = page.build();
        var sheet = Objects.requireNonNull(PricingWorkspace.class.getResource("pricing.css"))
                .toExternalForm();
        for (Region region : List.of(side, inspector, main)) {
            region.getStylesheets().add(sheet);
        }
        Runnable render = () -> {
            var shown = model.shown().get();
            var problem = model.problem().get();
            side.content().setVisible(shown.isPresent());
            shown.ifPresentOrElse(shopping::show, shopping::clear);
            inspector.content().setVisible(shown.isPresent());
            shown.ifPresent(page::show);
            main.getChildren()
                    .setAll(problem.<Region>map(this::failed)
                            .orElseGet(() -> shown.isPresent()
                                    ? content
                                    : new EmptyState(
                                            Feather.TAG, words.text("empty.title"), words.text("empty.text"))));
        };
        model.shown().subscribe(render);
        model.problem().subscribe(render);
        model.readingProperty().subscribe(render);
        words.languageProperty().subscribe(render);
        render.run();
        return Regions.of(side, main, inspector);
    }

    private Region failed(Problem problem) {
        return new ProblemState(
                surroundings.words(), problem, Buttons.small(words.text("levers.reset"), model::resetToLive));
    }

    private ObservableBooleanValue hasMenu() {
        return Bindings.createBooleanBinding(() -> model.shown().get().isPresent(), model.shown());
    }

    private Status statusNow() {
        return model.shown()
                .get()
                .map(shown -> shown.isSimulated()
                        ? new Status(
                                Status.State.SIMULATION,
                                words.now("status.simulation"),
                                List.of(words.now("status.exact")),
                                List.of())
                        : Status.ready(words.now("status.live"), words.now("status.exact")))
                .orElseGet(() -> Status.ready(""));
    }

    static boolean simulated(Optional<Shown> shown) {
        return shown.filter(Shown::isSimulated).isPresent();
    }
}
