package io.poseidon.workbench.training.view;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Mode;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Training: runs and plan at the left, the run in the middle, who sees what and what is kept at the right.
public final class TrainingWorkspace implements Workspace {

    private final Desk desk;
    private final Words words;
    private final TrainingModel model;
    private final RunPage page;
    private final StackPane side = new StackPane();
    private final StackPane inspector = new StackPane();
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.ready(""));

    public TrainingWorkspace(Surroundings surroundings, TrainingModel model) {
        this(new Desk(surroundings, model, FileDialogs::open));
    }

    TrainingWorkspace(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.model = desk.model();
        this.page = new RunPage(desk);
    }

    @Override
    public String id() {
        return "training";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("training");
    }

    @Override
    public Ikon icon() {
        return Feather.SHARE_2;
    }

    @Override
    public Regions regions() {
        model.stateProperty().subscribe(_ -> show());
        model.runningProperty().subscribe(_ -> show());
        model.problemProperty().subscribe(_ -> show());
        model.savedProperty().subscribe(_ -> show());
        words.languageProperty().subscribe(_ -> show());
        return Regions.of(side, page, inspector);
    }

    @Override
    public ObservableValue<Status> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Mode> mode() {
        return new SimpleObjectProperty<>(model.venue().simulated() ? Mode.SIMULATION : Mode.LIVE);
    }

    @Override
    public List<Action> actions() {
        var running =
                Bindings.createBooleanBinding(() -> model.runningProperty().get(), model.runningProperty());
        return List.of(
                Action.of("training.start", words.text("start"), Feather.PLAY, "Shortcut+ENTER", model::start)
                        .enabledWhile(running.not()),
                Action.of("training.cancel", words.text("cancel"), Feather.SQUARE, "Shortcut+PERIOD", model::cancel)
                        .enabledWhile(running),
                Action.of("training.plan", words.text("choose-plan"), Feather.FILE_TEXT, this::choosePlan)
                        .enabledWhile(running.not()));
    }

    private void show() {
        var state = model.stateProperty().get();
        page.show(state);
        side.getChildren().setAll(new PlanPanel(desk, this::choosePlan));
        inspector.getChildren().setAll(new RunInspector(desk).of(state));
        status.set(status(state));
    }

    private Status status(RunState state) {
        var facts = new ArrayList<String>();
        if (!state.shards().isEmpty()) {
            facts.add(words.now(
                    "status.shards", state.takingPart(), state.shards().size()));
        }
        facts.add(model.venue().name());
        var word = state.run().isEmpty()
                ? words.now("status.ready")
                : words.now("status.round", state.rounds().size(), state.plan().rounds());
        return new Status(kind(state), word, facts, List.of());
    }

    private Status.State kind(RunState state) {
        if (model.problemProperty().get().isPresent()) {
            return Status.State.FAILED;
        }
        if (state.count(Standing.LOST) > 0) {
            return Status.State.WARNING;
        }
        return model.runningProperty().get() ? Status.State.RUNNING : Status.State.READY;
    }

    private void choosePlan() {
        desk.question().ask(page, words.now("plan-file"), "*.yaml", "*.yml").ifPresent(file -> {
            try {
                model.choose(Plan.read(file));
            } catch (Problem problem) {
                desk.surroundings().notices().tell(problem);
            }
        });
    }
}
