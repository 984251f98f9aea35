package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.ContainerWriter;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/// A small purchase for tests, with the keys that made it: sealed on 1 October 2026, valid for a year.
public final class Sealed implements AutoCloseable {

    public static final Instant DURING = Instant.parse("2027-01-15T12:00:00Z");
    public static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    public static final LocalDate UNTIL = LocalDate.of(2027, 9, 30);

    public final Engine engine = Engine.start();
    public final SigningKey signer;
    public final Identity buyer;

    public Sealed() {
        this(SigningKey.generate(), Identity.generate());
    }

    /// Takes both keys over.
    public Sealed(SigningKey signer, Identity buyer) {
        this.signer = signer;
        this.buyer = buyer;
    }

    public Path writeTo(Path folder) {
        return writeTo(folder.resolve("card-spend-2026q3-gold.poseidon"), Manifests.cardSpend(), buyer);
    }

    public Path writeTo(Path file, Description description, Identity... buyers) {
        try (var table = table()) {
            new BundleWriter(signer).write(file, description, List.of(table), sales(buyers), Progress.NONE);
            return file;
        }
    }

    public ArrowTable table() {
        return ArrowTable.builder(engine, "spend")
                .texts("region", List.of("서울", "서울", "Busan"))
                .integers("month", 7, 8, 7)
                .integers("contributors", 40, 31, 25)
                .integers("amount_sum", 1_234_567, 890_123, -4_567)
                .build();
    }

    public static List<Sale> sales(Identity... buyers) {
        return Arrays.stream(buyers)
                .map(buyer -> sale(buyer.recipient().orElseThrow()))
                .toList();
    }

    static Sale sale(Recipient recipient) {
        return new Sale("HDM-2026-004417", recipient, List.of("research"), FROM, UNTIL, Money.of(3_900_000, "KRW"));
    }

    public Trust trust() {
        return trust(signer);
    }

    public static Trust trust(SigningKey key) {
        return new Trust(List.of(new Trust.Signer("Hangang Data Market", key.verifyingKey(), Instant.EPOCH)));
    }

    public Verifier verifier() {
        return new Verifier(trust(), DURING);
    }

    public Verdict verify(Path file, Identity... identities) {
        return verifier().verify(file, List.of(identities), Progress.NONE);
    }

    public Opening open(Path file, Identity... identities) {
        return verifier().open(engine, file, List.of(identities), Opening.Watch.of(Progress.NONE));
    }

    /// The entries of a container by name, in order, as any ZIP reader gives them.
    public static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /// A well-formed container of these entries.
    public static Path container(Path file, Map<String, byte[]> entries) throws IOException {
        var writer = new ContainerWriter();
        entries.forEach(writer::add);
        Files.deleteIfExists(file);
        writer.writeTo(file);
        return file;
    }

    /// The entries with another manifest, signed, licensed and listed as if the publisher had made it.
    public Map<String, byte[]> resigned(Path file, byte[] manifest) throws IOException {
        var entries = entries(file);
        var licence = Licence.parse("licence.json", entries.get("licence.json"));
        var bound = new Licence(
                licence.serial(),
                Digest.of(manifest),
                licence.signer(),
                licence.buyer(),
                licence.purchase(),
                licence.purpose(),
                licence.from(),
                licence.until(),
                licence.paid());
        sign(entries, "manifest", Manifest.TYPE, manifest);
        sign(entries, "licence", Licence.TYPE, bound.toBytes());
        return entries;
    }

    public void sign(Map<String, byte[]> entries, String name, String type, byte[] document) {
        entries.put(name + ".json", document);
        entries.put(name + ".dsse.json", Dsse.sign(type, document, signer).toBytes());
    }

    @Override
    public void close() {
        buyer.close();
        signer.close();
        engine.close();
    }
}
