package io.poseidon.workbench.quality.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.quality.Dimension;
import io.poseidon.workbench.quality.SampleSubject;
import io.poseidon.workbench.quality.Subject;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// Without the toolkit: jobs are delivered where they end.
final class QualityViewModelTest {

    private final SimpleObjectProperty<Optional<Subject>> subject = new SimpleObjectProperty<>(Optional.empty());
    private final QualityViewModel model = new QualityViewModel(new Jobs(Runnable::run), "judge", subject);

    @Test
    void judgesATableWhenItComesAndForgetsItWhenItGoes() throws InterruptedException {
        var judged = judge(SampleSubject.younger());
        assertEquals(Dimension.REPRESENTATIVENESS, model.selectedProperty().get());
        assertTrue(judged.score(Dimension.REPRESENTATIVENESS).orElseThrow().value() < 0.95);
        assertTrue(judged.score(Dimension.COMPLETENESS).orElseThrow().value() < 1);
        assertTrue(model.running().get().isEmpty());
        subject.set(Optional.empty());
        assertTrue(model.judged().get().isEmpty());
    }

    @Test
    void choosesCompletenessWhereNoPopulationIsKnown() throws InterruptedException {
        var judged = judge(SampleSubject.withoutPopulation());
        assertEquals(Dimension.COMPLETENESS, model.selectedProperty().get());
        assertTrue(judged.score(Dimension.REPRESENTATIVENESS).isEmpty());
    }

    private QualityViewModel.Judged judge(Subject table) throws InterruptedException {
        var done = new CountDownLatch(1);
        model.judged().subscribe(now -> now.ifPresent(found -> done.countDown()));
        subject.set(Optional.of(table));
        assertTrue(done.await(60, TimeUnit.SECONDS));
        return model.judged().get().orElseThrow();
    }
}
