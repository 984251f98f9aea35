package io.poseidon.workbench.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Pages of a model that is slow, fetched as somebody drags through ten million rows.
class PagesTest {

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final Slow rows = new Slow();
    private final List<Throwable> broken = new ArrayList<>();
    private final Pages pages = new Pages(rows, jobs, () -> {}, broken::add);

    @Test
    void aFastDragFetchesOnlyWhereItEnds() throws InterruptedException {
        pages.cell(0, 0);
        for (long row = 0; row < 9_000_000; row += 10_000) {
            pages.cell(row, 0);
        }
        pages.cell(9_000_000, 0);
        rows.open.countDown();
        settle();
        assertEquals(9_000_000 / Pages.ROWS * Pages.ROWS, rows.fetched.getLast());
        assertTrue(rows.fetched.size() <= 2, rows.fetched.toString());
        assertEquals(Optional.of(Cell.whole(9_000_000)), pages.cell(9_000_000, 0));
    }

    @Test
    void twoNeighboursThatAreSeenTogetherBothCome() throws InterruptedException {
        rows.open.countDown();
        pages.cell(255, 0);
        pages.cell(256, 0);
        settle();
        assertEquals(Optional.of(Cell.whole(255)), pages.cell(255, 0));
        assertEquals(Optional.of(Cell.whole(256)), pages.cell(256, 0));
    }

    @Test
    void whatIsAskedForAgainWhileItIsGivenUpIsFetchedAfterAll() throws InterruptedException {
        pages.cell(0, 0);
        pages.cell(5_000, 0);
        pages.cell(0, 0);
        rows.open.countDown();
        settle();
        assertEquals(Optional.of(Cell.whole(0)), pages.cell(0, 0));
        assertEquals(Optional.empty(), pages.cell(5_000, 0));
    }

    @Test
    void nothingIsFetchedForNobody() throws InterruptedException {
        pages.cell(0, 0);
        pages.rest();
        settle();
        assertTrue(rows.fetched.isEmpty());
        rows.open.countDown();
        pages.cell(0, 0);
        settle();
        assertEquals(List.of(0L), rows.fetched);
    }

    @Test
    void aPageThatFailsIsToldOnceAndEndsTheFetching() throws InterruptedException {
        rows.open.countDown();
        pages.cell(Slow.BROKEN, 0);
        settle();
        assertEquals(Optional.empty(), pages.cell(Slow.BROKEN, 0));
        pages.cell(0, 0);
        settle();
        assertEquals(1, broken.size());
        assertFalse(rows.fetched.contains(0L));
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }

    /// Gives rows once it is opened; a page that is cancelled before gives none.
    private static final class Slow implements GridModel {

        static final long BROKEN = 1_024;

        final CountDownLatch open = new CountDownLatch(1);
        final List<Long> fetched = new CopyOnWriteArrayList<>();

        @Override
        public List<GridColumn> columns() {
            return List.of(GridColumn.figure("n"));
        }

        @Override
        public long rowCount() {
            return 10_000_000;
        }

        @Override
        public List<List<Cell>> page(long offset, int count, Progress progress) throws InterruptedException {
            while (!open.await(1, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
            }
            progress.checkCancelled();
            if (offset == BROKEN) {
                throw new IllegalStateException("rows from here on cannot be read");
            }
            fetched.add(offset);
            var rows = new ArrayList<List<Cell>>();
            for (long row = offset; row < offset + count; row++) {
                rows.add(List.of(Cell.whole(row)));
            }
            return rows;
        }
    }
}
