package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The last pages of a model that were looked at. A row that is not here is fetched, and `arrived` told; `broken` is
/// told why a page could not be had. On the toolkit's thread.
final class Pages {

    static final int ROWS = 256;
    private static final int KEPT = 32;

    private final GridModel model;
    private final Jobs jobs;
    private final Runnable arrived;
    private final Consumer<Throwable> broken;
    private final Set<Long> wanted = new HashSet<>();
    private final Map<Long, List<List<Cell>>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<List<Cell>>> eldest) {
            return size() > KEPT;
        }
    };

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
            fetch(page);
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

    private void fetch(long page) {
        if (model.immediate()) {
            try {
                kept.put(page, model.page(page * ROWS, ROWS));
            } catch (Exception e) {
                throw new IllegalStateException("rows in memory could not be read", e);
            }
        } else if (wanted.add(page)) {
            jobs.start("page", progress -> model.page(page * ROWS, ROWS), outcome -> take(page, outcome));
        }
    }

    private void take(long page, Outcome<List<List<Cell>>> outcome) {
        switch (outcome) {
            case Outcome.Done<List<List<Cell>>> done -> {
                wanted.remove(page);
                kept.put(page, done.value());
            }
            case Outcome.Failed<List<List<Cell>>> failed -> {
                kept.put(page, List.of());
                broken.accept(failed.cause());
            }
            case Outcome.Cancelled<List<List<Cell>>> cancelled -> wanted.remove(page);
        }
        arrived.run();
    }
}
