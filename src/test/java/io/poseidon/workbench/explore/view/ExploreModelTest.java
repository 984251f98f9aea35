package io.poseidon.workbench.explore.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.explore.Filters;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.PurchaseQueries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The explore screen without a toolkit.
class ExploreModelTest {

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final SimpleObjectProperty<Optional<PurchaseQueries>> open = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Purchase purchase;
    private ExploreModel model;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
        model = new ExploreModel(jobs, open);
    }

    @AfterEach
    void close() throws InterruptedException {
        open.set(Optional.empty());
        settle();
        jobs.close();
        purchase.close();
    }

    @Test
    void showsThePurchaseThatIsOpen() throws InterruptedException {
        assertInstanceOf(ExploreState.NoPurchase.class, model.stateProperty().get());
        open.set(Optional.of(purchase.queries));
        assertInstanceOf(ExploreState.Loading.class, model.stateProperty().get());
        settle();
        assertEquals(9, model.rows().size());
        open.set(Optional.empty());
        assertInstanceOf(ExploreState.NoPurchase.class, model.stateProperty().get());
        assertEquals(List.of(), model.rows());
    }

    @Test
    void filtersAndClears() throws InterruptedException {
        open.set(Optional.of(purchase.queries));
        settle();
        var schema = model.table().orElseThrow().schema();
        model.choose(2);
        model.filter(Filters.NONE.toggled(schema, "month", "9"));
        assertEquals(3, model.rows().size());
        assertEquals(Optional.empty(), model.chosenProperty().get());
        model.clearFilters();
        assertEquals(9, model.rows().size());
    }

    @Test
    void inspectsAKeptRow() throws InterruptedException {
        open.set(Optional.of(purchase.queries));
        settle();
        model.choose(3);
        assertEquals(
                List.of("Busan", "7"),
                model.chosenProperty().get().orElseThrow().values());
        model.choose(99);
        assertTrue(model.chosenProperty().get().isEmpty());
    }

    @Test
    void dropsWhatArrivesAfterThePurchaseWent() throws InterruptedException {
        open.set(Optional.of(purchase.queries));
        open.set(Optional.empty());
        settle();
        assertInstanceOf(ExploreState.NoPurchase.class, model.stateProperty().get());
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
