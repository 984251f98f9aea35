package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.cases.SurveyCases;
import io.poseidon.workbench.bundle.view.VaultModel;
import io.poseidon.workbench.bundle.view.VaultWorkspace;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.explore.view.ExploreModel;
import io.poseidon.workbench.explore.view.ExploreWorkspace;
import io.poseidon.workbench.pricing.scenario.Market;
import io.poseidon.workbench.pricing.view.PricingWorkspace;
import io.poseidon.workbench.quality.view.QualityWorkspace;
import io.poseidon.workbench.query.view.QueryWorkspace;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.shell.TopFacts.Budget;
import io.poseidon.workbench.training.view.TrainingModel;
import io.poseidon.workbench.training.view.TrainingWorkspace;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The places around one open purchase, and what they stand on. On the toolkit's thread; closing lets go of the
/// purchase, and [#end] comes when nothing reads it any more.
public final class Screens implements AutoCloseable {

    private final Engine engine = Engine.start();
    private final VaultModel vault;
    private final Questions questions;
    private final OpenBundle open;
    private final TrainingModel training;
    private final List<Workspace> workspaces;

    Screens(Surroundings surroundings, Setting setting) {
        var jobs = surroundings.jobs();
        vault = new VaultModel(jobs, engine, setting.trust(), setting.clock());
        questions = new Questions(engine, surroundings, setting, vault.openProperty());
        open = new OpenBundle(vault.openProperty(), surroundings.words(), market(setting));
        training = new TrainingModel(
                jobs,
                setting.training().plan(),
                setting.training().venue(),
                setting.folder().resolve("runs"));
        workspaces = List.of(
                new VaultWorkspace(surroundings, vault),
                new ExploreWorkspace(
                        surroundings,
                        new ExploreModel(jobs, questions.purchase().queriesProperty())),
                new QueryWorkspace(surroundings, questions.tabs(), Optional.of(questions.places()), questions.own()),
                new PricingWorkspace(surroundings, open.terms()),
                new QualityWorkspace(surroundings, open.subject()),
                new TrainingWorkspace(surroundings, training));
    }

    private static Optional<Market> market(Setting setting) {
        return setting.sample().map(sample -> SurveyCases.market(sample.survey()));
    }

    List<Workspace> workspaces() {
        return workspaces;
    }

    public VaultModel vault() {
        return vault;
    }

    OpenBundle open() {
        return open;
    }

    public QueryTabs query() {
        return questions.tabs();
    }

    /// What was spent of the budget where the Query place asks.
    ObservableValue<Optional<Budget>> budget() {
        return questions.budget();
    }

    /// Where the Query place asks.
    public VenueChoice places() {
        return questions.places();
    }

    public TrainingModel training() {
        return training;
    }

    @Override
    public void close() {
        questions.close();
        vault.close();
    }

    /// The very last.
    void end() {
        engine.close();
    }
}
