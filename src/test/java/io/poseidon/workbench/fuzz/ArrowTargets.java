package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The Arrow stream inside a sealed part, read to Arrow memory and then in place by the query engine.
final class ArrowTargets {

    private static final long LIMIT = 16 << 20;
    private static final Engine ENGINE = Engine.start();

    private ArrowTargets() {}

    static List<byte[]> streams() {
        return ArrowSeeds.all(ENGINE);
    }

    /// Whatever was read can be looked at cell by cell and written again, and nothing is left behind.
    static void stream(byte[] input) throws IOException {
        try (var table = read(input)) {
            for (int column = 0; column < table.columns().size(); column++) {
                for (long row = 0; row < Math.min(table.count(), 1_000); row++) {
                    table.value(column, row);
                    table.number(column, row);
                }
            }
            var out = new ByteArrayOutputStream();
            table.writeTo(out, Map.of());
            try (var again = read(out.toByteArray())) {
                FuzzTarget.hold(again.count() == table.count(), "a table reads back");
            }
        } finally {
            FuzzTarget.hold(ENGINE.memoryInUse() == 0, "memory was leaked");
        }
    }

    /// Memory that the engine reads in place must not lie about itself: native code follows it.
    static void query(byte[] input) {
        try (var table = read(input)) {
            try (var session = LockedSession.open(ENGINE, List.of(table), Limits.standard());
                    var answer = session.query("SELECT * FROM t ORDER BY ALL LIMIT 50", Progress.NONE)) {
                answer.page(0, 50, Progress.NONE);
            }
        } finally {
            FuzzTarget.hold(ENGINE.memoryInUse() == 0, "memory was leaked");
        }
    }

    private static ArrowTable read(byte[] input) {
        return ArrowTable.read(ENGINE, "t", new ByteArrayInputStream(input), LIMIT, Progress.NONE);
    }
}
