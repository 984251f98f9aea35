package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.payload.Plaintext;
import io.poseidon.workbench.job.Cancelled;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Laws of writing and reading age files.
final class SealedFileTest {

    private static final int CHUNK = 1 << 16;

    @TempDir
    private Path folder;

    private final Identity identity = Identity.generate();

    private static byte[] seal(byte[] plain, Recipient... recipients) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(recipients))) {
            writer.write(plain);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, Identity identity) throws IOException {
        try (var reader = SealedReader.open(sealed, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Recipient recipientOf(Identity identity) {
        return identity.recipient().orElseThrow();
    }

    @Test
    void opensToWhatWasSealedAtEveryLengthAroundChunksAndBatches() throws IOException {
        for (int chunks : new int[] {0, 1, 2, 63, 64, 65}) {
            for (int more = -1; more <= 1; more++) {
                int length = Math.max(0, chunks * CHUNK + more);
                var plain = random(length, length);
                assertArrayEquals(plain, open(seal(plain, recipientOf(identity)), identity), "length " + length);
            }
        }
    }

    @Test
    void opensForEachOfSeveralRecipientsAndNobodyElse() throws IOException {
        for (boolean postQuantum : new boolean[] {false, true}) {
            var all = List.of(make(postQuantum), make(postQuantum), make(postQuantum));
            var sealed = seal(
                    new byte[] {7},
                    all.stream().map(SealedFileTest::recipientOf).toArray(Recipient[]::new));
            for (var one : all) {
                assertArrayEquals(new byte[] {7}, open(sealed, one));
            }
            var stranger = make(postQuantum);
            assertEquals(
                    "age-no-match",
                    assertThrows(Problem.class, () -> open(sealed, stranger)).code());
        }
    }

    @Test
    void onePassDigestsThePlaintextOnlyWhereItIsAskedForAndWhereItOpens() throws IOException {
        var plain = random(9 * CHUNK, 9);
        var sealed = seal(plain, recipientOf(identity));
        assertEquals(Optional.empty(), pass(sealed, SealedReader.Digests.SEALED).plain());
        assertEquals(
                Optional.of(Digest.of(plain)),
                pass(sealed, SealedReader.Digests.BOTH).plain());
        sealed[sealed.length - CHUNK * 2] ^= 1;
        var broken = pass(sealed, SealedReader.Digests.BOTH);
        assertEquals(Digest.of(sealed), broken.sealed());
        assertEquals(Optional.empty(), broken.plain());
        assertEquals("age-payload", broken.failure().orElseThrow().code());
    }

    private SealedReader.Passed pass(byte[] sealed, SealedReader.Digests digests) {
        try (var reader = SealedReader.open(sealed, List.of(identity))) {
            return reader.pass(new SealedReader.Aim(Plaintext.NOWHERE, digests, new OpeningRace()), Progress.NONE);
        }
    }

    private static Identity make(boolean postQuantum) {
        return postQuantum ? Identity.generatePostQuantum() : Identity.generate();
    }

    @Test
    void refusesRecipientsThatMayNotStandTogether() {
        var plain = recipientOf(identity);
        var postQuantum = recipientOf(Identity.generatePostQuantum());
        var passphrase = Recipient.of(Passphrase.of("secret".toCharArray()));
        var mixes = new Recipient[][] {{plain, postQuantum}, {plain, passphrase}, {passphrase, passphrase}};
        for (var mix : mixes) {
            var problem = assertThrows(Problem.class, () -> seal(new byte[1], mix));
            assertEquals("age-recipients-mixed", problem.code());
        }
        assertThrows(Problem.class, () -> seal(new byte[1]));
    }

    @Test
    void refusesEveryCutAndEveryChangedByte() throws IOException {
        var sealed = seal(random(300, 1), recipientOf(identity));
        for (int i = 0; i < sealed.length; i++) {
            var cut = Arrays.copyOf(sealed, i);
            assertThrows(Problem.class, () -> open(cut, identity), "cut at " + i);
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(Problem.class, () -> open(changed, identity), "byte " + i);
        }
        assertThrows(Problem.class, () -> open(Arrays.copyOf(sealed, sealed.length + 1), identity));
    }

    @Test
    void noticesAtOpeningThatWholeChunksAreMissingFromTheEnd() throws IOException {
        var sealed = seal(random(3 * CHUNK, 2), recipientOf(identity));
        for (int chunks = 1; chunks <= 2; chunks++) {
            var cut = Arrays.copyOf(sealed, sealed.length - chunks * (CHUNK + 16));
            var problem = assertThrows(
                    Problem.class,
                    () -> SealedReader.open(cut, List.of(identity)).close());
            assertEquals("age-payload", problem.code());
        }
    }

    @Test
    void leavesAFileThatOpensNowhereWhenTheWriterFailedHalfway() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(recipientOf(identity)))) {
            writer.write(random(2 * CHUNK, 3));
        }
        assertThrows(Problem.class, () -> open(out.toByteArray(), identity));
    }

    @Test
    void readsAPartInsideALargerFile() throws IOException {
        var plain = random(200_000, 4);
        var sealed = seal(plain, recipientOf(identity));
        var file = folder.resolve("container");
        var around = new byte[sealed.length + 1000];
        System.arraycopy(sealed, 0, around, 333, sealed.length);
        Files.write(file, around);
        try (var channel = FileChannel.open(file);
                var reader = SealedReader.open(channel, 333, sealed.length, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            assertArrayEquals(plain, in.readAllBytes());
        }
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        var sealed = seal(random(200_000, 5), recipientOf(identity));
        try (var reader = SealedReader.open(sealed, List.of(identity));
                var in = reader.stream(new Cancelled())) {
            assertThrows(CancelledException.class, in::readAllBytes);
        }
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() throws IOException {
        var once = seal(new byte[100], recipientOf(identity));
        assertTrue(!Arrays.equals(once, seal(new byte[100], recipientOf(identity))));
    }

    @Test
    void saysThatAFileIsMissing() {
        var missing = folder.resolve("missing.age");
        var problem = assertThrows(Problem.class, () -> SealedReader.open(missing, List.of(identity)));
        assertEquals("file-unreadable", problem.code());
    }
}
