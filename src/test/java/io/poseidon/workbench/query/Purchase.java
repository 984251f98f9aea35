package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A small purchase, opened and ready to be asked. Closing it fails where a result was left open.
public final class Purchase implements AutoCloseable {

    public final Sealed sealed = new Sealed();
    public final Path file;
    public final OpenedBundle bundle;
    public final PurchaseQueries queries;

    public Purchase(Path folder) {
        this(folder, Limits.standard());
    }

    public Purchase(Path folder, Limits limits) {
        this.file = sealed.writeTo(folder);
        this.bundle = sealed.open(file, sealed.buyer).orThrow();
        this.queries = PurchaseQueries.open(sealed.engine, bundle, limits);
    }

    Reply.Answered answered(String sql) {
        return switch (queries.ask(sql, Progress.NONE)) {
            case Reply.Answered answered -> answered;
            case Reply.Refused refused -> throw new AssertionError(sql + ": " + refused.decision());
        };
    }

    List<List<String>> rows(String sql) {
        try (var result = answered(sql).result()) {
            var page = result.page(0, 100, Progress.NONE);
            var rows = new ArrayList<List<String>>();
            for (long row = 0; row < page.count(); row++) {
                long at = row;
                rows.add(IntStream.range(0, page.columns().size())
                        .mapToObj(column -> page.rows().text(column, at))
                        .toList());
            }
            return rows;
        }
    }

    @Override
    public void close() {
        queries.close();
        bundle.close();
        sealed.close();
    }
}
