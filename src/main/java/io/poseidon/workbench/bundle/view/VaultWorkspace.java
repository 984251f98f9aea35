package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Vault: purchases at the left, the chosen one in the middle, keys and licence at the right.
public final class VaultWorkspace implements Workspace {

    private final Desk desk;
    private final Words words;
    private final VaultModel model;
    private final StackPane main = new StackPane();
    private final StackPane inspector = new StackPane();
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.ready(""));
    private Subscription followed = Subscription.EMPTY;

    public VaultWorkspace(Surroundings surroundings, VaultModel model) {
        this(new Desk(surroundings, model, FileDialogs::open));
    }

    VaultWorkspace(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.model = desk.model();
    }

    @Override
    public String id() {
        return "vault";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("vault");
    }

    @Override
    public Ikon icon() {
        return Feather.LOCK;
    }

    @Override
    public Regions regions() {
        model.selectedProperty().subscribe(this::follow);
        words.languageProperty()
                .subscribe(language -> show(model.selectedProperty().get()));
        return Regions.of(new PurchaseList(words, model, this::choose), main, inspector);
    }

    @Override
    public ObservableValue<Status> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of("vault.open", words.text("open"), Feather.FOLDER, this::choose));
    }

    private void follow(Optional<Purchase> purchase) {
        followed.unsubscribe();
        followed = purchase.map(chosen -> chosen.stateProperty().subscribe(state -> show(purchase)))
                .orElse(Subscription.EMPTY);
        if (purchase.isEmpty()) {
            show(purchase);
        }
    }

    private void show(Optional<Purchase> purchase) {
        var pages = new VaultPages(desk);
        main.getChildren().setAll(purchase.map(pages::page).orElseGet(() -> pages.empty(this::choose)));
        inspector.getChildren().setAll(new VaultInspector(desk).of(purchase));
        status.set(purchase.map(chosen -> new VaultStatus(words).of(chosen))
                .orElseGet(() -> Status.ready(words.now("status.ready"))));
    }

    private void choose() {
        desk.question().ask(main, words.now("file.kind"), "*.poseidon").ifPresent(model::add);
    }
}
