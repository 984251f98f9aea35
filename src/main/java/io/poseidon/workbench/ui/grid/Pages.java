package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The last pages of a model that were looked at. A row that is not here is fetched, and `arrived` told; `broken` is
/// told why a page could not be had, once. One page is fetched at a time, and only what was looked at last: a scroll
/// through millions of rows leaves no trail of pages behind it. On the toolkit's thread.
final class Pages {

    static final int ROWS = 256;
    private static final int KEPT = 32;

    private final GridModel model;
    private final Jobs jobs;
    private final Runnable arrived;
    private final Consumer<Throwable> broken;
    private final Deque<Long> wanted = new ArrayDeque<>();
    private Optional<Fetch> running = Optional.empty();
    private boolean lost;
    private final Map<Long, List<List<Cell>>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<List<Cell>>> eldest) {
            return size() > KEPT;
        }
    };

    private record Fetch(long page, Job<List<List<Cell>>> job) {}

    Pages(GridModel model, Jobs jobs, Runnable arrived, Consumer<Throwable> broken) {
        this.model = model;
        this.jobs = jobs;
        this.arrived = arrived;
        this.broken = broken;
    }

    Optional<Cell> cell(long row, int column) {
        long page = row / ROWS;
        var rows = kept.get(page);
        if (rows == null) {
            want(page);
            rows = kept.get(page);
        }
        int place = (int) (row % ROWS);
        return rows == null || place >= rows.size()
                ? Optional.empty()
                : Optional.of(rows.get(place).get(column));
    }

    /// The first page, for measuring widths; empty until it has arrived.
    List<List<Cell>> first() {
        return kept.getOrDefault(0L, List.of());
    }

    /// Nobody looks any more; whoever looks again asks for cells again.
    void rest() {
        wanted.clear();
        running.ifPresent(fetch -> fetch.job().cancel());
    }

    private void want(long page) {
        if (model.immediate()) {
            try {
                kept.put(page, model.page(page * ROWS, ROWS, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException("rows in memory could not be read", e);
            }
            return;
        }
        if (lost || !wanted.isEmpty() && wanted.getFirst() == page) {
            return;
        }
        // a window shows rows of one page or of two neighbours
        wanted.removeIf(other -> other == page || Math.abs(other - page) > 1);
        wanted.addFirst(page);
        running.filter(fetch -> !wanted.contains(fetch.page()))
                .ifPresent(fetch -> fetch.job().cancel());
        next();
    }

    private void next() {
        if (running.isPresent() || wanted.isEmpty()) {
            return;
        }
        long page = wanted.getFirst();
        running = Optional.of(new Fetch(
                page,
                jobs.start(
                        "page", progress -> model.page(page * ROWS, ROWS, progress), outcome -> take(page, outcome))));
    }

    private void take(long page, Outcome<List<List<Cell>>> outcome) {
        running = Optional.empty();
        switch (outcome) {
            case Outcome.Done<List<List<Cell>>> done -> {
                wanted.remove(page);
                kept.put(page, done.value());
                arrived.run();
            }
            case Outcome.Failed<List<List<Cell>>> failed -> {
                lost = true;
                wanted.clear();
                broken.accept(failed.cause());
            }
            case Outcome.Cancelled<List<List<Cell>>> ignored -> {}
        }
        next();
    }
}
