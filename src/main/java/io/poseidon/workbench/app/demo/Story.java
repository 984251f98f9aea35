package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.ExactTest;
import io.poseidon.workbench.pricing.Menu;
import io.poseidon.workbench.pricing.Offer;
import io.poseidon.workbench.pricing.RelaxedTest;
import io.poseidon.workbench.quality.ClearedTable;
import io.poseidon.workbench.quality.Population;
import io.poseidon.workbench.quality.QualityReport;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.sample.SampleData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a buyer does with a purchase, without a screen: verify, open, ask, take away, look at prices and quality.
/// Closing it closes the purchase.
final class Story implements AutoCloseable {

    private final SampleData documents;
    private final Engine engine = Engine.start();
    private Optional<OpenedBundle> bundle = Optional.empty();
    private Optional<PurchaseQueries> queries = Optional.empty();

    Story(SampleData documents) {
        this.documents = documents;
    }

    void verify(ObjectNode result) {
        var verdict = verifier().verify(documents.purchase(), List.of(), Progress.NONE);
        switch (verdict) {
            case Verdict.Good good ->
                result.put("verdict", "good").put("steps", good.steps().size());
            case Verdict.Bad bad -> throw bad.problem();
        }
    }

    void open(ObjectNode result) {
        var identities = IdentityFile.read(documents.buyerIdentity(), Story::noPassphrase);
        try {
            var opened = verifier()
                    .open(engine, documents.purchase(), identities, Opening.Watch.of(Progress.NONE))
                    .orThrow();
            bundle = Optional.of(opened);
            queries = Optional.of(PurchaseQueries.open(engine, opened, Limits.standard()));
            opened.tables().forEach(table -> result.put(table.name(), table.count()));
        } finally {
            identities.forEach(Identity::close);
        }
    }

    void ask(ObjectNode result) {
        Questions.askAll(queries(), result);
    }

    void export(Path folder, ObjectNode result) {
        Questions.exportAll(queries(), folder, result);
    }

    void prices(ObjectNode result) {
        var items = bundle().manifest().description().prices().items();
        var menu = new Menu(items.stream()
                .map(item -> new Offer(item.rho(), item.price().amount()))
                .toList());
        result.put("versions", items.size())
                .put("exact", ExactTest.check(menu) instanceof Certificate.Free ? "free" : "arbitrage")
                .put("relaxed", RelaxedTest.check(menu).holds() ? "free" : "fails");
    }

    void quality(ObjectNode result) {
        for (var schema : bundle().manifest().tables()) {
            var table = ClearedTable.of(schema, bundle().table(schema.table()).orElseThrow());
            var threshold = bundle().manifest().privacy().threshold();
            var report = QualityReport.of(table, threshold, Optional.of(Population.korea()));
            var scores = result.putObject(schema.table()).put("composite", report.composite());
            report.scores().forEach(score -> scores.put(score.dimension().name(), score.value()));
        }
    }

    private Verifier verifier() {
        return new Verifier(Trust.inFolder(documents.trust()), SampleData.CLOCK);
    }

    private OpenedBundle bundle() {
        return bundle.orElseThrow();
    }

    private PurchaseQueries queries() {
        return queries.orElseThrow();
    }

    private static Passphrase noPassphrase() {
        throw new IllegalStateException("the demo identity has no passphrase");
    }

    @Override
    public void close() {
        Closing.all(
                () -> queries.ifPresent(PurchaseQueries::close), () -> bundle.ifPresent(OpenedBundle::close), engine);
    }
}
