package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.manifest.Croissant;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The signed documents of a sealed file, and the envelope around them.
final class JsonTargets {

    private static final SigningKey SIGNER = SigningKey.ofSeed(new byte[32]);

    private JsonTargets() {}

    static List<byte[]> manifests() {
        var described = IntStream.range(0, 8).mapToObj(Manifests::random);
        return Stream.concat(Stream.of(Manifests.cardSpend()), described)
                .map(description -> Manifests.manifest(description).toBytes())
                .toList();
    }

    /// What is accepted has one spelling and can be shown: before its signature is known, `inspect` does.
    static void manifest(byte[] input) {
        var manifest = Manifest.parse(input);
        FuzzTarget.hold(Arrays.equals(manifest.toBytes(), input), "a manifest has one spelling");
        Croissant.card(manifest.description(), manifest.parts());
        manifest.tables().forEach(JsonTargets::show);
        manifest.description().prices().items().forEach(item -> item.price().toString());
        manifest.privacy().shares().forEach(share -> share.rho().toDouble());
    }

    private static void show(Schema table) {
        FuzzTarget.hold(table.cells() >= 1, "a table has cells");
        table.columns().forEach(Column::sigma);
    }

    static List<byte[]> licences() {
        return List.of(licence(Money.of(3_900_000, "KRW")), licence(new Money(Manifests.GOLD, "EUR")));
    }

    private static byte[] licence(Money paid) {
        return new Licence(
                        "HDM-2026-004417",
                        Manifests.digest("manifest"),
                        SIGNER.verifyingKey().keyId(),
                        "age1example",
                        new Licence.Purchase("card-spend", "2026q3", "gold"),
                        List.of("research", "teaching"),
                        Sealed.FROM,
                        Sealed.UNTIL,
                        paid)
                .toBytes();
    }

    static void licence(byte[] input) {
        var licence = Licence.parse(Licence.ENTRY, input);
        FuzzTarget.hold(Arrays.equals(licence.toBytes(), input), "a licence has one spelling");
        licence.hasBegunAt(Sealed.DURING);
        licence.isOverAt(Sealed.DURING);
    }

    static List<byte[]> envelopes() {
        return manifests().stream()
                .limit(2)
                .map(manifest -> Arrays.copyOf(manifest, 64))
                .map(payload -> Dsse.sign(Manifest.TYPE, payload, SIGNER).toBytes())
                .toList();
    }

    static void envelope(byte[] input) {
        var envelope = Dsse.parse(input);
        envelope.verify(SIGNER.verifyingKey());
        FuzzTarget.hold(Dsse.parse(envelope.toBytes()).equals(envelope), "an envelope reads back");
    }
}
