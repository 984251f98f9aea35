package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.Documents.Signed;
import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file on its way through the checks. The parts are read once, while they are digested, and deciphered on the way
/// for a reader whose licence allows it; what that brings to light is told in the order of the checks only. Closing it
/// closes the file and clears what was deciphered and not taken.
final class Verification implements AutoCloseable {

    private final Trust trust;
    private final Instant at;
    private final Steps steps;
    private final List<Identity> identities;
    private final SealedParts parts;
    private @Nullable Container container;
    private @Nullable String signerId;
    private @Nullable Contents authentic;

    Verification(Trust trust, Instant at, SealedParts.Reader reader, Steps steps) {
        this.trust = trust;
        this.at = at;
        this.steps = steps;
        this.identities = reader.identities();
        this.parts = new SealedParts(reader, steps);
    }

    /// Every check before decryption.
    Contents contents(Path file, Progress progress) {
        var opened = steps.take(Check.CONTAINER, () -> open(file));
        var documents = opened.documents();
        var signer = steps.take(Check.SIGNER, () -> signer(documents));
        steps.hold(Check.SIGNATURE, () -> holdToSignatures(documents, signer.key()));
        steps.hold(
                Check.FORMAT,
                () -> Manifest.requireFormat(documents.manifest().envelope().payload()));
        var signed = steps.take(Check.DIGESTS, () -> holdToDigests(opened, signer, progress));
        authentic = signed;
        var contents = licence(signed);
        authentic = contents;
        steps.hold(Check.TERM, () -> holdToTerm(contents));
        return contents;
    }

    /// The checks that are left to somebody with an identity, and what was deciphered, for the caller to close.
    List<ArrowTable> open(Contents contents, Progress progress) {
        return parts.open(contents.manifest(), progress);
    }

    /// The key id that the file names as its signer.
    Optional<String> signerId() {
        return Optional.ofNullable(signerId);
    }

    /// What was found authentic so far.
    Optional<Contents> authentic() {
        return Optional.ofNullable(authentic);
    }

    private record Open(Container container, Documents documents) {}

    private Open open(Path file) {
        var opened = Container.open(file);
        container = opened;
        return new Open(opened, Documents.read(opened));
    }

    private Trust.Signer signer(Documents documents) {
        var id = documents.manifest().envelope().signatures().getFirst().keyId();
        signerId = id;
        return trust.signer(id).orElseThrow(() -> Problem.of(Kind.NOT_VERIFIED, Verifier.class, "unknown-signer"));
    }

    private static void holdToSignatures(Documents documents, VerifyingKey key) {
        holdToSignature(documents.manifest(), Manifest.TYPE, key);
        documents.licences().forEach(licence -> holdToSignature(licence, Licence.TYPE, key));
    }

    private static void holdToSignature(Signed document, String type, VerifyingKey key) {
        var envelope = document.envelope();
        if (!envelope.payloadType().equals(type) || !envelope.verify(key)) {
            throw Problem.of(Kind.NOT_VERIFIED, Verifier.class, "wrong-signature", document.entry());
        }
    }

    private Contents holdToDigests(Open opened, Trust.Signer signer, Progress progress) {
        var documents = opened.documents();
        documents.manifest().holdToPayload();
        var manifest = Manifest.parse(documents.manifest().bytes());
        var licences = new ArrayList<Licence>();
        for (var signed : documents.licences()) {
            signed.holdToPayload();
            licences.add(licence(signed, documents, manifest, signer));
        }
        documents.holdToParts(manifest.parts());
        if (!Digest.of(documents.card()).equals(manifest.card())) {
            throw Damage.at("croissant.json");
        }
        var contents = new Contents(manifest, signer, licences, Optional.empty());
        parts.read(opened.container(), manifest, isLicensed(contents), progress);
        return contents;
    }

    private boolean isLicensed(Contents contents) {
        return yours(contents)
                .filter(licence -> licence.hasBegunAt(at) && !licence.isOverAt(at))
                .isPresent();
    }

    private static Licence licence(Signed signed, Documents documents, Manifest manifest, Trust.Signer signer) {
        var licence = Licence.parse(signed.entry(), signed.bytes());
        var bought = licence.purchase();
        boolean belongs =
                licence.manifest().equals(Digest.of(documents.manifest().bytes()))
                        && licence.signer().equals(signer.key().keyId())
                        && bought.product().equals(manifest.edition().product())
                        && bought.edition().equals(manifest.edition().edition())
                        && bought.version().equals(manifest.version().name());
        if (!belongs) {
            throw Damage.at(signed.entry());
        }
        return licence;
    }

    private Contents licence(Contents contents) {
        if (identities.isEmpty()) {
            steps.skip(Check.LICENCE);
            return contents;
        }
        var yours = steps.take(
                Check.LICENCE,
                () -> yours(contents)
                        .orElseThrow(() -> Problem.of(Kind.NOT_VERIFIED, Verifier.class, "not-your-licence")));
        return new Contents(contents.manifest(), contents.signer(), contents.licences(), Optional.of(yours));
    }

    private Optional<Licence> yours(Contents contents) {
        var own = identities.stream()
                .flatMap(identity -> identity.recipient().stream())
                .map(Object::toString)
                .toList();
        return contents.licences().stream()
                .filter(licence -> own.contains(licence.buyer()))
                .findFirst();
    }

    private void holdToTerm(Contents contents) {
        var licence = contents.licence();
        if (!licence.hasBegunAt(at)) {
            throw Problem.of(Kind.NOT_VERIFIED, Verifier.class, "not-yet-valid", licence.from());
        }
        if (licence.isOverAt(at)) {
            throw Problem.of(Kind.NOT_VERIFIED, Verifier.class, "expired", licence.until());
        }
    }

    @Override
    public void close() {
        Closing.all(parts, () -> Optional.ofNullable(container).ifPresent(Container::close));
    }
}
