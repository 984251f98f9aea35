package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.Documents.Signed;
import io.poseidon.workbench.bundle.format.ContainerWriter;
import io.poseidon.workbench.bundle.manifest.Croissant;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.bundle.workshop.Workshop;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Seals tables into one file: encrypts each to the buyers, states and signs what is inside, and moves the file into
/// place only after it has verified. A failure leaves nothing behind. The signing key stays the caller's.
public final class BundleWriter {

    private final SigningKey signer;

    public BundleWriter(SigningKey signer) {
        this.signer = signer;
    }

    /// Writes `target`, replacing a file of that name at the last moment, and returns what was signed. The tables stand
    /// in the description's order with a row for every declared cell; what was suppressed is NULL in its counts and
    /// measures.
    public Manifest write(
            Path target, Description description, List<ArrowTable> tables, List<Sale> sales, Progress progress) {
        if (sales.isEmpty()) {
            throw Problem.of(Kind.USAGE, BundleWriter.class, "no-buyer");
        }
        try (var workshop = new Workshop(target)) {
            var container = new ContainerWriter();
            var parts = parts(workshop, description, tables, sales, progress);
            var manifest = sound(description, parts);
            add(container, Manifest.ENTRY, Manifest.TYPE, manifest.toBytes());
            for (int i = 0; i < sales.size(); i++) {
                add(
                        container,
                        Licence.entry(i),
                        Licence.TYPE,
                        licence(manifest, sales.get(i)).toBytes());
            }
            container.add(Croissant.ENTRY, Croissant.card(description, parts));
            parts.forEach(part -> container.add(part.entry(), workshop.part(part.table())));
            var draft = workshop.draft();
            container.writeTo(draft);
            holdToVerdict(draft, sales.getFirst(), progress);
            workshop.deliver();
            return manifest;
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, BundleWriter.class, "cannot-write", target.getFileName())
                    .because(e);
        }
    }

    private static List<Part> parts(
            Workshop workshop, Description description, List<ArrowTable> tables, List<Sale> sales, Progress progress)
            throws IOException {
        var recipients = sales.stream().map(Sale::buyer).distinct().toList();
        var parts = new ArrayList<Part>();
        for (var table : tables) {
            progress.checkCancelled();
            parts.add(workshop.seal(table, recipients, description));
        }
        return parts;
    }

    /// A manifest that its own reader accepts.
    private static Manifest sound(Description description, List<Part> parts) {
        var card = Digest.of(Croissant.card(description, parts));
        try {
            return Manifest.parse(new Manifest(description, parts, card).toBytes());
        } catch (Problem problem) {
            throw Problem.of(Kind.INPUT, BundleWriter.class, "description-unsound", problem.message(Locale.ENGLISH))
                    .because(problem);
        }
    }

    private Licence licence(Manifest manifest, Sale sale) {
        var bought = new Licence.Purchase(
                manifest.edition().product(),
                manifest.edition().edition(),
                manifest.version().name());
        return new Licence(
                sale.serial(),
                Digest.of(manifest.toBytes()),
                signer.verifyingKey().keyId(),
                sale.buyer().toString(),
                bought,
                sale.purpose(),
                sale.from(),
                sale.until(),
                sale.paid());
    }

    private void add(ContainerWriter container, String entry, String type, byte[] document) {
        container.add(entry, document);
        container.add(
                Signed.envelopeOf(entry), Dsse.sign(type, document, signer).toBytes());
    }

    /// What was written verifies for somebody who trusts the signer, on the licence's first day.
    private void holdToVerdict(Path draft, Sale sale, Progress progress) {
        var from = sale.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        var trust = new Trust(List.of(new Trust.Signer("signer", signer.verifyingKey(), Instant.EPOCH)));
        var verdict = new Verifier(trust, from).verify(draft, List.of(), progress);
        if (verdict instanceof Verdict.Bad bad) {
            throw Problem.of(
                            Kind.INPUT,
                            BundleWriter.class,
                            "description-unsound",
                            bad.problem().message(Locale.ENGLISH))
                    .because(bad.problem());
        }
    }
}
