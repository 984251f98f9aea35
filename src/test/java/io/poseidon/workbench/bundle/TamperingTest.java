package io.poseidon.workbench.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody without the publisher's key can do to a file, and what somebody with it can do wrong.
final class TamperingTest {

    private final Sealed sealed = new Sealed();

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private byte[] good = {};

    @BeforeEach
    void seal() throws IOException {
        file = sealed.writeTo(folder);
        good = Files.readAllBytes(file);
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    /// A flip in an envelope's key id makes another signer, one in its signature or payload a wrong signature;
    /// every other flip is damage. Nothing is deciphered in any case.
    @Test
    void refusesEveryFlippedByteWithTheRightVerdict() throws IOException {
        var random = new Random(7);
        var victim = folder.resolve("victim.poseidon");
        Files.write(victim, good);
        var found = new TreeMap<String, Integer>();
        try (var channel = FileChannel.open(victim, StandardOpenOption.WRITE)) {
            for (int at = 0; at < good.length; at++) {
                byte flipped = (byte) (good[at] ^ 1 << random.nextInt(8));
                channel.write(ByteBuffer.wrap(new byte[] {flipped}), at);
                var bad = assertInstanceOf(Verdict.Bad.class, sealed.verify(victim, sealed.buyer), "byte " + at);
                assertEquals("damaged", bad.code(), "byte " + at);
                assertUntouched(bad, at);
                found.merge(bad.code(), 1, Integer::sum);
                channel.write(ByteBuffer.wrap(new byte[] {good[at]}), at);
            }
        }
        assertEquals(Map.of("damaged", good.length), found);
        assertEquals("good", sealed.verify(victim, sealed.buyer).code());
    }

    /// The same flips made by somebody who mends the CRCs, so that the container is well formed.
    @Test
    void refusesFlipsInEveryEntryBehindAMendedCrc() throws IOException {
        var random = new Random(8);
        var entries = Sealed.entries(file);
        var victim = folder.resolve("victim.poseidon");
        for (var name : entries.keySet()) {
            var codes = Set.of("damaged", "unknown-signer", "wrong-signature", "newer-format");
            int step = name.startsWith("parts/") ? 37 : 11;
            for (int at = 0; at < entries.get(name).length; at += step) {
                var changed = entries.get(name).clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                var all = new LinkedHashMap<>(entries);
                all.put(name, changed);
                var bad = assertInstanceOf(
                        Verdict.Bad.class, sealed.verify(Sealed.container(victim, all), sealed.buyer), name + at);
                assertTrue(codes.contains(bad.code()), () -> name + ": " + bad.code());
                assertUntouched(bad, at);
                if (!name.endsWith(".dsse.json")) {
                    assertEquals("damaged", bad.code(), name + " " + at);
                }
            }
        }
    }

    @Test
    void refusesEveryCut() throws IOException {
        var victim = folder.resolve("victim.poseidon");
        Files.write(victim, good);
        try (var channel = FileChannel.open(victim, StandardOpenOption.WRITE)) {
            for (int length = good.length - 1; length >= 0; length--) {
                channel.truncate(length);
                var bad = assertInstanceOf(Verdict.Bad.class, sealed.verify(victim, sealed.buyer), "length " + length);
                assertEquals("damaged", bad.code());
                assertUntouched(bad, length);
            }
        }
    }

    @Test
    void refusesASignatureByAnotherTrustedKey() throws IOException {
        var entries = Sealed.entries(file);
        try (var other = SigningKey.generate()) {
            var forged = Dsse.sign(Manifest.TYPE, entries.get("manifest.json"), other);
            var borrowed = new Dsse(
                    forged.payloadType(),
                    forged.payload(),
                    List.of(new Dsse.Signature(
                            sealed.signer.verifyingKey().keyId().hex(),
                            forged.signatures().getFirst().value())));
            entries.put("manifest.dsse.json", borrowed.toBytes());
            assertEquals("wrong-signature", code(entries));

            var both = sealed.trust().and(Sealed.trust(other).signers().getFirst());
            entries.put("manifest.dsse.json", forged.toBytes());
            assertEquals(
                    "wrong-signature", code(new Verifier(both, Sealed.DURING), entries), "licence by the first key");
        }
    }

    @Test
    void refusesAnEnvelopeOfAnotherType() throws IOException {
        var entries = Sealed.entries(file);
        sealed.sign(entries, "manifest", Licence.TYPE, entries.get("manifest.json"));
        assertEquals("wrong-signature", code(entries));
    }

    @Test
    void refusesAManifestBesideTheSignedOne() throws IOException {
        var entries = Sealed.entries(file);
        var text = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        entries.put("manifest.json", text.replace("2026q3", "2026q4").getBytes(StandardCharsets.UTF_8));
        assertEquals("damaged", code(entries));
    }

    @Test
    void saysNewerFormatOnlyOfASignedManifest() throws IOException {
        var manifest = changed(json -> json.put("format", 2).put("novelty", true));
        var entries = sealed.resigned(file, manifest);
        assertEquals("newer-format", code(entries));
        try (var stranger = SigningKey.generate()) {
            assertEquals("unknown-signer", code(new Verifier(Sealed.trust(stranger), Sealed.DURING), entries));
        }
    }

    @Test
    void refusesASignedManifestThatListsOtherParts() throws IOException {
        var entries = Sealed.entries(file);
        var part = entries.get("parts/spend.arrows.age");
        assertEquals(
                "damaged",
                code(sealed.resigned(file, changed(json -> sealed(json).put("size", part.length + 1)))));
        assertEquals(
                "damaged",
                code(sealed.resigned(file, changed(json -> sealed(json).put("sha256", "0".repeat(64))))));
        assertEquals("damaged", code(sealed.resigned(file, changed(json -> json.put("card", "0".repeat(64))))));
    }

    @Test
    void refusesASignedManifestThatPromisesOtherPlaintext() throws IOException {
        var other = sealed.resigned(file, changed(json -> plain(json).put("sha256", "0".repeat(64))));
        assertEquals("damaged", code(other));
        assertEquals(
                "damaged",
                openCode(sealed.resigned(file, changed(json -> plain(json).put("size", 12)))));
        assertEquals(
                "damaged",
                openCode(sealed.resigned(file, changed(json -> part(json).put("rows", 4)))));
        var renamed = changed(json -> ((ObjectNode) json.at("/tables/0/columns/1")).put("name", "week"));
        assertEquals("damaged", openCode(sealed.resigned(file, renamed)));
    }

    /// The ciphertext, which is held to its digest, leaves the plaintext no choice; only the publisher can have
    /// misstated its digest, and `verify` is there to find out.
    @Test
    void takesTheDigestOfThePlaintextWhenVerifyingAndNotWhenOpening() throws IOException {
        var misstated = sealed.resigned(file, changed(json -> plain(json).put("sha256", "0".repeat(64))));
        var victim = Sealed.container(folder.resolve("misstated.poseidon"), misstated);
        var verdict = assertInstanceOf(Verdict.Bad.class, sealed.verify(victim, sealed.buyer));
        assertEquals("damaged", verdict.code());
        assertEquals(
                Check.DECRYPT,
                verdict.steps().stream()
                        .filter(step -> step.state() == Step.State.FAILED)
                        .findFirst()
                        .orElseThrow()
                        .check());
        try (var bundle = assertInstanceOf(Opening.Opened.class, sealed.open(victim, sealed.buyer))
                .bundle()) {
            assertEquals(3, bundle.tables().getFirst().count());
        }
    }

    @Test
    void refusesALicenceForAnotherManifestOrProduct() throws IOException {
        var entries = Sealed.entries(file);
        var licence = Licence.parse("licence.json", entries.get("licence.json"));
        var elsewhere = licence(licence, Digest.of(new byte[1]), licence.purchase());
        sealed.sign(entries, "licence", Licence.TYPE, elsewhere.toBytes());
        assertEquals("damaged", code(entries));
        var upgraded = licence(licence, licence.manifest(), new Licence.Purchase("card-spend", "2026q3", "platinum"));
        sealed.sign(entries, "licence", Licence.TYPE, upgraded.toBytes());
        assertEquals("damaged", code(entries));
    }

    @Test
    void refusesEntriesThatAreMissingMovedDoubledOrNotListed() throws IOException {
        for (var name : Sealed.entries(file).keySet()) {
            var without = Sealed.entries(file);
            without.remove(name);
            assertEquals("damaged", code(without), name);
        }
        var more = Sealed.entries(file);
        more.put("parts/extra.arrows.age", new byte[10]);
        assertEquals("damaged", code(more));
        var readme = Sealed.entries(file);
        readme.put("README", new byte[10]);
        assertEquals("damaged", code(readme));
        var moved = Sealed.entries(file);
        moved.put("manifest.json", moved.remove("manifest.json"));
        assertEquals("damaged", code(moved));
        var unsigned = Sealed.entries(file);
        var card = unsigned.remove("croissant.json");
        var part = unsigned.remove("parts/spend.arrows.age");
        unsigned.put("licence-2.json", unsigned.get("licence.json"));
        unsigned.put("croissant.json", card);
        unsigned.put("parts/spend.arrows.age", part);
        assertEquals("damaged", code(unsigned));
    }

    @Test
    void believesNoSizeBeforeItHasSeenIt() throws IOException {
        var huge = Sealed.entries(file);
        huge.put("manifest.json", new byte[5 << 20]);
        assertEquals("damaged", code(huge));
        var envelope = Sealed.entries(file);
        envelope.put("manifest.dsse.json", ("[".repeat(6 << 20)).getBytes(StandardCharsets.UTF_8));
        assertEquals("damaged", code(envelope));
    }

    @Test
    void refusesASignedPartThatIsNoAgeFileOrNoArrowStream() throws IOException {
        assertEquals("damaged", openCode(withPart("no age file".getBytes(StandardCharsets.UTF_8), 5)));
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(sealed.buyer.recipient().orElseThrow()))) {
            writer.write("no Arrow stream".getBytes(StandardCharsets.UTF_8));
            writer.finish();
        }
        assertEquals("damaged", openCode(withPart(out.toByteArray(), 15)));
    }

    @Test
    void saysLockedWhenThePartIsSealedToSomebodyElse() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var other = Identity.generate();
                var writer = SealingWriter.to(out, List.of(other.recipient().orElseThrow()))) {
            writer.write(new byte[5]);
            writer.finish();
        }
        var opening = sealed.open(Sealed.container(folder.resolve("v"), withPart(out.toByteArray(), 5)), sealed.buyer);
        var refused = assertInstanceOf(Opening.Refused.class, opening);
        assertEquals(5, refused.verdict().problem().kind().exitCode());
    }

    @Test
    void keepsThePlaintextOfNoRefusedFile() throws IOException {
        openCode(sealed.resigned(file, changed(json -> part(json).put("rows", 4))));
        assertEquals(0, sealed.engine.memoryInUse());
    }

    private Map<String, byte[]> withPart(byte[] part, int plainSize) throws IOException {
        var entries = sealed.resigned(file, changed(json -> {
            sealed(json).put("size", part.length).put("sha256", Digest.of(part).hex());
            plain(json).put("size", plainSize);
        }));
        entries.put("parts/spend.arrows.age", part);
        return entries;
    }

    private static void assertUntouched(Verdict.Bad bad, int at) {
        var decrypt = bad.steps().get(Check.UNLOCK.ordinal());
        assertEquals(Step.State.WAITING, decrypt.state(), "byte " + at);
        assertTrue(bad.contents().isEmpty(), "byte " + at);
    }

    private String code(Map<String, byte[]> entries) throws IOException {
        return code(sealed.verifier(), entries);
    }

    private String code(Verifier verifier, Map<String, byte[]> entries) throws IOException {
        var victim = Sealed.container(folder.resolve("victim.poseidon"), entries);
        try (var container = Container.open(victim)) {
            assertEquals(
                    List.copyOf(entries.keySet()),
                    container.entries().stream().map(e -> e.name()).toList());
        }
        return verifier.verify(victim, List.of(sealed.buyer), Progress.NONE).code();
    }

    private String openCode(Map<String, byte[]> entries) throws IOException {
        var opening = sealed.open(Sealed.container(folder.resolve("victim.poseidon"), entries), sealed.buyer);
        return assertInstanceOf(Opening.Refused.class, opening).verdict().code();
    }

    private byte[] changed(Consumer<ObjectNode> change) throws IOException {
        var json = (ObjectNode) new ObjectMapper().readTree(Sealed.entries(file).get("manifest.json"));
        change.accept(json);
        return CanonicalJson.of(json);
    }

    private static ObjectNode part(ObjectNode manifest) {
        return (ObjectNode) manifest.at("/parts/0");
    }

    private static ObjectNode sealed(ObjectNode manifest) {
        return (ObjectNode) part(manifest).get("sealed");
    }

    private static ObjectNode plain(ObjectNode manifest) {
        return (ObjectNode) part(manifest).get("plain");
    }

    private static Licence licence(Licence old, Digest manifest, Licence.Purchase purchase) {
        return new Licence(
                old.serial(),
                manifest,
                old.signer(),
                old.buyer(),
                purchase,
                old.purpose(),
                old.from(),
                old.until(),
                old.paid());
    }
}
