package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.app.evidence.UserGate;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardSeat;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.BesideCells;
import io.poseidon.workbench.query.view.BesideRows;
import io.poseidon.workbench.query.view.OpenPurchase;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.shell.TopFacts.Budget;
import io.poseidon.workbench.ui.Surroundings;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// What questions stand on: the purchase, the shards, the choice between them, and the questions themselves. On the
/// toolkit's thread; closing frees the shard that is open.
final class Questions implements AutoCloseable {

    private final OpenPurchase purchase;
    private final BesideCells cells;
    private final VenueChoice places;
    private final BesideRows rows;
    private final QueryTabs tabs;

    Questions(
            Engine engine, Surroundings surroundings, Setting setting, ObservableValue<Optional<OpenedBundle>> bundle) {
        purchase = new OpenPurchase(
                surroundings.jobs(), engine, bundle, gate(surroundings, setting), surroundings.notices()::tell);
        var shelf = UploadShelf.open(setting.folder().resolve("own-tables.json"));
        shelf.trouble().ifPresent(surroundings.notices()::tell);
        cells = new BesideCells(surroundings.jobs(), engine, purchase, shelf, surroundings.notices()::tell);
        places = new VenueChoice(
                surroundings.jobs(),
                cells.queriesProperty(),
                desk(engine, setting),
                new ShardShelf(setting.folder()),
                setting.shards());
        rows = new BesideRows(surroundings.jobs(), places.venueProperty(), shelf, surroundings.notices()::tell);
        tabs = new QueryTabs(
                surroundings.jobs(),
                rows.venueProperty(),
                cells.queriesProperty(),
                workbook(surroundings, setting),
                setting.clock());
    }

    /// Questions are written down, and evidence is signed, in the person's own folder.
    private static Gate gate(Surroundings surroundings, Setting setting) {
        var notary = KeyNotary.own(setting.folder(), Optional.empty());
        var opened = UserGate.open(setting.folder(), notary, Place.QUERY, setting.clock());
        opened.trouble().ifPresent(surroundings.notices()::tell);
        return opened.gate();
    }

    private static Workbook workbook(Surroundings surroundings, Setting setting) {
        var workbook = new Workbook(setting.folder());
        workbook.troubles().forEach(surroundings.notices()::tell);
        return workbook;
    }

    /// Shards on this machine are asked for the organisation that the command line asks for, and sign for themselves.
    private static ShardDesk desk(Engine engine, Setting setting) {
        var timing = Timing.standard().on(setting.clock());
        return new ShardDesk(engine, new ShardSeat(ShardSeat.LOCAL, timing, KeyNotary::shard));
    }

    OpenPurchase purchase() {
        return purchase;
    }

    /// The own tables beside the cells of the purchase, and those that are sent to the shard that is asked.
    List<OwnTablesModel> own() {
        return List.of(cells.own(), rows.own());
    }

    VenueChoice places() {
        return places;
    }

    QueryTabs tabs() {
        return tabs;
    }

    /// What the organisation has spent where questions are asked now.
    ObservableValue<Optional<Budget>> budget() {
        return tabs.purseProperty().map(purse -> purse.map(Purse::own).map(Questions::budget));
    }

    private static Budget budget(Purse.Account account) {
        return new Budget(account.spent().toDouble(), account.allowance().toDouble());
    }

    @Override
    public void close() {
        places.close();
        purchase.close();
        tabs.close();
    }
}
