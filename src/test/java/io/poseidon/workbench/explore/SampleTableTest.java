package io.poseidon.workbench.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.sample.SampleData;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The purchase that comes with the program, explored.
final class SampleTableTest {

    @Test
    void showsEveryDeclaredCellOfTheSample() {
        var sample = new SampleData(Path.of("sample-data"));
        var identities = IdentityFile.read(sample.buyerIdentity(), () -> {
            throw new IllegalStateException("no passphrase");
        });
        try (var engine = Engine.start();
                var bundle = new Verifier(Trust.inFolder(sample.trust()), SampleData.CLOCK)
                        .open(engine, sample.purchase(), identities, Opening.Watch.of(Progress.NONE))
                        .orThrow();
                var queries = PurchaseQueries.open(engine, bundle, Limits.standard())) {
            var table = CellTable.read(queries, queries.schemas().getFirst(), Progress.NONE);
            assertEquals(17 * 6 * 12 * 3, table.rows().size());
            var suppressed = table.rows().stream()
                    .filter(row -> row.measures().isEmpty())
                    .count();
            var sealed = bundle.table("spend").orElseThrow();
            int contributors = sealed.column("contributors").orElseThrow();
            assertEquals(
                    LongStream.range(0, sealed.count())
                            .filter(row -> sealed.isNull(contributors, row))
                            .count(),
                    suppressed);
            assertTrue(suppressed > 0);
        } finally {
            identities.forEach(Identity::close);
        }
    }
}
