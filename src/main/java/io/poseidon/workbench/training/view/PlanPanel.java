package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.ListRow;
import io.poseidon.workbench.ui.part.StateMark;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The left side: runs of this session, and the plan in plain words.
final class PlanPanel extends StackPane {

    private static final double NAMES = 84;

    private final Desk desk;
    private final Words words;

    PlanPanel(Desk desk, Runnable choosePlan) {
        this.desk = desk;
        this.words = desk.words();
        var panel = new Panel(words.text("runs"));
        panel.content().getChildren().addAll(runs());
        panel.content()
                .getChildren()
                .add(Panel.block(heading(), facts(desk.model().plan()), choose(choosePlan)));
        getChildren().add(panel);
    }

    private Node[] runs() {
        var model = desk.model();
        var current = model.stateProperty().get();
        if (model.runningProperty().get()) {
            return new Node[] {row(current, true)};
        }
        if (model.past().isEmpty()) {
            return new Node[] {Panel.block(Labels.wrapping(Labels.muted(words.text("no-runs"))))};
        }
        return model.past().stream()
                .map(run -> (Node) row(run, run.run().equals(current.run())).onOpen(() -> model.show(run)))
                .toArray(Node[]::new);
    }

    private ListRow row(RunState run, boolean selected) {
        var mark = run.outcome().map(PlanPanel::mark).orElse(StateMark.RUNNING);
        var figure = run.rounds().isEmpty()
                ? "–"
                : Formats.in(words.language())
                        .number(run.rounds().getLast().holdout().auc(), 3);
        return new ListRow(
                        44,
                        mark.node(16),
                        words.text("run-title", run.plan().label().column()))
                .detail(words.text(
                        "run-detail",
                        run.run().map(id -> id.value().substring(0, 4)).orElse(""),
                        run.rounds().size(),
                        run.plan().rounds()))
                .trailing(trailing(figure))
                .selected(selected);
    }

    private static Label trailing(String figure) {
        var label = Labels.muted(figure);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static StateMark mark(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> StateMark.DONE;
            case CANCELLED -> StateMark.SKIPPED;
            case QUORUM_LOST, FAILED -> StateMark.FAILED;
        };
    }

    private Label heading() {
        return Labels.bound(words.text("plan"), "t11", "strong", "muted");
    }

    private Facts facts(Plan plan) {
        var strategy = plan.strategy();
        var quorum = plan.quorum();
        var formats = desk.formats();
        var facts = Facts.listed(NAMES);
        add(
                facts,
                "task",
                words.text("task.binary", plan.label().column(), plan.label().positive()));
        add(
                facts,
                "numeric",
                words.text("columns", String.join(", ", plan.features().numeric())));
        if (!plan.features().categorical().isEmpty()) {
            add(
                    facts,
                    "categories",
                    words.text(
                            "columns",
                            String.join(", ", plan.features().categorical().keySet())));
        }
        add(
                facts,
                "model",
                words.text("model." + plan.model().kind(), plan.model().hidden()));
        add(
                facts,
                "strategy",
                words.text(
                        "strategy.fedavg",
                        strategy.localEpochs(),
                        strategy.batch(),
                        formats.tidy(strategy.learningRate())));
        add(facts, "rounds", words.text("rounds.each", plan.rounds(), formats.duration(quorum.roundTimeout())));
        add(facts, "quorum", words.text("quorum.of", quorum.shards(), formats.percent(quorum.fraction(), 0)));
        add(facts, "secure-sum", words.text("secure-sum.off"));
        add(facts, "holdout", words.text("holdout.each", formats.percent(plan.holdout(), 0)));
        add(facts, "seed", words.text("columns", plan.seed()));
        return facts;
    }

    private void add(Facts facts, String name, ObservableValue<String> value) {
        facts.add(words.text("plan." + name), Labels.wrapping(Labels.small(value)));
    }

    private Node choose(Runnable choosePlan) {
        var button = Buttons.with(Feather.FILE_TEXT, Buttons.small(words.text("choose-plan"), choosePlan));
        button.setDisable(desk.model().runningProperty().get());
        return button;
    }
}
