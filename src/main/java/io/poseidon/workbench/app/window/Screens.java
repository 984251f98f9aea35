package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.cases.SurveyCases;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.app.evidence.UserGate;
import io.poseidon.workbench.bundle.view.VaultModel;
import io.poseidon.workbench.bundle.view.VaultWorkspace;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.explore.view.ExploreModel;
import io.poseidon.workbench.explore.view.ExploreWorkspace;
import io.poseidon.workbench.pricing.scenario.Market;
import io.poseidon.workbench.pricing.view.PricingWorkspace;
import io.poseidon.workbench.quality.view.QualityWorkspace;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.view.OpenPurchase;
import io.poseidon.workbench.query.view.QueryWorkspace;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.training.view.TrainingModel;
import io.poseidon.workbench.training.view.TrainingWorkspace;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Workspace;
import java.util.List;
import java.util.Optional;

/// The places around one open purchase, and what they stand on. On the toolkit's thread; closing frees the purchase.
public final class Screens implements AutoCloseable {

    private final Engine engine = Engine.start();
    private final VaultModel vault;
    private final OpenPurchase questions;
    private final OpenBundle open;
    private final QueryTabs query;
    private final TrainingModel training;
    private final List<Workspace> workspaces;

    Screens(Surroundings surroundings, Setting setting) {
        var jobs = surroundings.jobs();
        vault = new VaultModel(jobs, engine, setting.trust(), setting.clock());
        questions = new OpenPurchase(engine, vault.openProperty(), gate(surroundings, setting));
        open = new OpenBundle(vault.openProperty(), surroundings.words(), market(setting));
        query = new QueryTabs(jobs, questions.queriesProperty(), new Workbook(setting.folder()), setting.clock());
        training = new TrainingModel(
                jobs,
                setting.training().plan(),
                setting.training().venue(),
                setting.folder().resolve("runs"));
        workspaces = List.of(
                new VaultWorkspace(surroundings, vault),
                new ExploreWorkspace(surroundings, new ExploreModel(jobs, questions.queriesProperty())),
                new QueryWorkspace(surroundings, query),
                new PricingWorkspace(surroundings, open.terms()),
                new QualityWorkspace(surroundings, open.subject()),
                new TrainingWorkspace(surroundings, training));
    }

    /// Questions are written down, and evidence is signed, in the person's own folder.
    private static Gate gate(Surroundings surroundings, Setting setting) {
        var notary = KeyNotary.own(setting.folder(), Optional.empty());
        var opened = UserGate.open(setting.folder(), notary, Place.QUERY, setting.clock());
        opened.trouble().ifPresent(surroundings.notices()::tell);
        return opened.gate();
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
        return query;
    }

    public TrainingModel training() {
        return training;
    }

    @Override
    public void close() {
        questions.close();
        vault.close();
        engine.close();
    }
}
