package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sample.SampleData;
import java.nio.file.Path;
import java.time.Instant;

/// The purchase that is shipped, opened as its buyer would: for pictures and journeys with real figures.
public final class SamplePurchase implements AutoCloseable {

    private static final Instant DURING = Instant.parse("2026-11-22T09:12:00Z");

    public final Engine engine = Engine.start();
    public final OpenedBundle bundle;
    public final PurchaseQueries queries;

    public SamplePurchase() {
        this(Limits.standard());
    }

    public SamplePurchase(Limits limits) {
        var sample = new SampleData(Path.of("sample-data"));
        var verifier = new Verifier(Trust.inFolder(sample.trust()), DURING);
        var identities = IdentityFile.read(sample.buyerIdentity(), () -> {
            throw new AssertionError("the sample's identity has no passphrase");
        });
        bundle = verifier.open(engine, sample.purchase(), identities, Opening.Watch.of(Progress.NONE))
                .orThrow();
        queries = PurchaseQueries.open(engine, bundle, limits);
    }

    /// Bytes that answers and tables hold now.
    public long memoryInUse() {
        return engine.memoryInUse();
    }

    @Override
    public void close() {
        queries.close();
        bundle.close();
        engine.close();
    }
}
