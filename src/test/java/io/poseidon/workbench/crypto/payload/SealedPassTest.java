package io.poseidon.workbench.crypto.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.aead.Way;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// One pass finds what hashing, deciphering and hashing again would find.
final class SealedPassTest {

    private static final int CHUNK = PayloadKey.CHUNK;

    private record Passed(Digest sealed, long crc, Optional<Digest> plain, Optional<Problem> failure) {}

    @Test
    void findsPlaintextAndBothDigestsAtEveryLengthAroundChunksAndBatches() throws IOException {
        for (int chunks : new int[] {0, 1, 2, 7, 8, 9, 64, 129}) {
            for (int more = -1; more <= 1; more++) {
                var plain = random(Math.max(0, chunks * CHUNK + more));
                var sealed = Sealed.of(plain);
                var found = new byte[plain.length];
                for (var race :
                        List.of(new OpeningRace(), OpeningRace.wonBy(Way.LANES), OpeningRace.wonBy(Way.PLATFORM))) {
                    Arrays.fill(found, (byte) 0);
                    var passed = pass(sealed, into(found), Progress.NONE, race);
                    assertArrayEquals(plain, found, "length " + plain.length);
                    assertEquals(Digest.of(sealed.file()), passed.sealed());
                    assertEquals(Optional.of(Digest.of(plain)), passed.plain());
                    assertEquals(crc(sealed.file()), passed.crc());
                    assertTrue(passed.failure().isEmpty());
                }
            }
        }
    }

    @Test
    void aChunkThatDoesNotAuthenticateIsToldBesideTheDigestOfWhatIsThere() throws IOException {
        var sealed = Sealed.of(random(70 * CHUNK));
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            int at = 1_000 + random.nextInt(sealed.file().length - 1_000 - CHUNK - 16);
            var changed = sealed.flipped(at, 1 << random.nextInt(8));
            var race = i % 2 == 0 ? OpeningRace.wonBy(Way.LANES) : new OpeningRace();
            var passed = pass(changed, Plaintext.NOWHERE, Progress.NONE, race);
            assertEquals(Digest.of(changed.file()), passed.sealed(), "byte " + at);
            assertEquals(crc(changed.file()), passed.crc());
            assertEquals("age-payload", passed.failure().orElseThrow().code());
        }
    }

    @Test
    void nothingOfAChunkThatDoesNotAuthenticateIsGivenOut() throws IOException {
        var plain = random(3 * CHUNK);
        var sealed = Sealed.of(plain);
        var changed = sealed.flipped(sealed.file().length - 2 * (CHUNK + 16) + 5, 1);
        var found = new byte[plain.length];
        pass(changed, into(found), Progress.NONE, OpeningRace.wonBy(Way.LANES));
        assertArrayEquals(new byte[CHUNK], Arrays.copyOfRange(found, CHUNK, 2 * CHUNK));
    }

    @Test
    void stopsBetweenTwoBatchesWhenCancelled() throws IOException {
        var sealed = Sealed.of(random(200 * CHUNK));
        var reports = new AtomicInteger();
        var progress = new Progress() {
            @Override
            public void report(double fraction, String detail) {
                reports.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return reports.get() == 2;
            }

            @Override
            public void onCancel(Runnable action) {}
        };
        assertThrows(CancelledException.class, () -> pass(sealed, Plaintext.NOWHERE, progress, new OpeningRace()));
        assertEquals(2, reports.get());
    }

    @RepeatedTest(5)
    void nothingIsGivenOutAfterThePassHasFailed() throws IOException {
        var sealed = Sealed.of(random(120 * CHUNK));
        var inside = new AtomicInteger();
        var put = new AtomicInteger();
        Plaintext slow = (position, bytes, offset, length) -> {
            inside.incrementAndGet();
            try {
                if (put.incrementAndGet() == 20) {
                    throw new CancelledException();
                }
                LockSupport.parkNanos(2_000_000);
            } finally {
                inside.decrementAndGet();
            }
        };
        assertThrows(CancelledException.class, () -> pass(sealed, slow, Progress.NONE, new OpeningRace()));
        int atTheEnd = put.get();
        assertEquals(0, inside.get());
        LockSupport.parkNanos(20_000_000);
        assertEquals(atTheEnd, put.get());
    }

    private static Passed pass(Sealed sealed, Plaintext into, Progress progress, OpeningRace race) throws IOException {
        var sums = new Payload.Sums(Digest.start(), new CRC32(), Optional.of(Digest.start()));
        var failure = sealed.payload().pass(into, sums, race, progress);
        var plain = sums.plain().map(Digest::finish);
        return new Passed(Digest.finish(sums.sealed()), sums.crc().getValue(), plain, failure);
    }

    private static Plaintext into(byte[] found) {
        return (position, bytes, offset, length) -> System.arraycopy(bytes, offset, found, (int) position, length);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
