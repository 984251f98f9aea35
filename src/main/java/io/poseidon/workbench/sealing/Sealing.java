package io.poseidon.workbench.sealing;

import io.poseidon.workbench.bundle.BundleWriter;
import io.poseidon.workbench.bundle.Sale;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.intake.ValidationReport;
import io.poseidon.workbench.sealing.ledger.LedgerState;
import io.poseidon.workbench.sealing.ledger.Neighbour;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import io.poseidon.workbench.sealing.ledger.Terms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// From contributions to a sealed bundle: validate, bound, sum over the whole declared domain, add exact noise,
/// suppress, read back, seal.
///
/// The first seal of an edition charges its best version to the population's ledger, before any noise is drawn, and
/// keeps the release; every later one takes the kept release, so that all buyers of a version get the same numbers and
/// nothing more is spent. Cancelled or failed, it leaves no partial file.
public final class Sealing {

    private final Engine engine;
    private final SigningKey signer;

    /// Both stay the caller's.
    public Sealing(Engine engine, SigningKey signer) {
        this.engine = engine;
        this.signer = signer;
    }

    /// What was sealed, what it cost now, and the report where the input was read for it.
    public record Sealed(Manifest manifest, Charged charged, Optional<ValidationReport> report) {}

    /// `ownLedger` tells that the specification named no ledger; `neighbours` are earlier editions that a buyer could
    /// subtract this one from.
    public record Charged(Rational cost, LedgerState ledger, boolean ownLedger, List<Neighbour> neighbours) {
        public Charged {
            neighbours = List.copyOf(neighbours);
        }
    }

    /// What sealing would cost; reads the specification, the ledger and the input's digest, and writes nothing.
    public static Estimate estimate(SealRequest request, Progress progress) {
        var edition = Edition.read(request.spec());
        edition.level(request.version());
        var terms = edition.terms(Digest.ofFile(request.input(), progress));
        var offers = Estimate.offers(edition);
        if (edition.hasOwnLedger() && !ReleaseLedger.isBegun(edition.ledger())) {
            var neighbours = neighbours(edition, terms, List.of());
            return new Estimate(OwnLedger.population(edition), terms.cost(), terms.cost(), offers, neighbours);
        }
        try (var ledger = ReleaseLedger.open(edition.ledger())) {
            var state = ledger.state();
            var cost = ledger.cost(terms);
            var neighbours = neighbours(edition, terms, state.neighbours(terms));
            return new Estimate(state.population(), cost, state.left(), offers, neighbours);
        }
    }

    /// With those that no common ledger knows. Problem: a sliver.
    static List<Neighbour> neighbours(Edition edition, Terms terms, List<Neighbour> inLedger) {
        var all = new ArrayList<>(inLedger);
        if (edition.hasOwnLedger()) {
            var beside = OwnLedger.beside(edition, terms);
            Neighbour.refuseSlivers(beside, edition.id());
            all.addAll(beside);
        }
        return all;
    }

    public Sealed seal(SealRequest request, Progress progress) {
        var edition = Edition.read(request.spec());
        int level = edition.level(request.version());
        requireFolder(request.out());
        requireFolder(request.report());
        var drawn = new Drawing(engine, edition, request).release(progress);
        var cells = new Cells(edition, drawn.release(), level);
        var description = new Statements(edition, level)
                .describe(cells, drawn.mark(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (var table = cells.table(engine)) {
            RoundTrip.check(engine, table, progress);
            progress.report(-1, "seal");
            var manifest = new BundleWriter(signer)
                    .write(request.out(), description, List.of(table), sales(edition, request), progress);
            return new Sealed(manifest, drawn.charged(), drawn.report());
        }
    }

    /// Found out before anything is spent.
    private static void requireFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Problem.of(Kind.SURROUNDINGS, Sealing.class, "cannot-write", file);
        }
    }

    private static List<Sale> sales(Edition edition, SealRequest request) {
        var offer = edition.spec().offer();
        var until = request.from().plusDays(offer.days());
        return request.recipients().stream()
                .map(recipient -> new Sale(
                        UUID.randomUUID().toString(),
                        recipient,
                        offer.purposes(),
                        request.from(),
                        until,
                        offer.price(request.version())))
                .toList();
    }
}
