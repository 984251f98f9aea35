package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// Reads Arrow and Parquet.
final class EngineRows {

    private EngineRows() {}

    static void read(Engine engine, Path file, ResultFile.Rows into) {
        try (var desk = Desk.open(engine)) {
            var columns = desk.load("result", file, Progress.NONE);
            into.columns(columns.stream().map(TableColumn::name).toList());
            try (var answer = desk.query("SELECT * FROM result", Progress.NONE)) {
                answer.scan(Progress.NONE, rows -> {
                    for (long row = 0; row < rows.count(); row++) {
                        var values = new ArrayList<Optional<String>>();
                        for (int column = 0; column < columns.size(); column++) {
                            values.add(rows.value(column, row).map(String::valueOf));
                        }
                        into.row(values);
                    }
                });
            }
        }
    }
}
