package io.poseidon.workbench.remote.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.remote.Federation;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RunId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay that forges, changes, redirects, replays or reorders gains nothing.
final class CorrespondenceTest {

    private static final RunId RUN = new RunId("0011223344556677");
    private static final byte[] PAYLOAD = "weights".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Member buyer;
    private Member shard;
    private Member thief;
    private Correspondence ours;
    private Correspondence theirs;

    @BeforeEach
    void meet() {
        var federation = new Federation(folder.resolve("one"), "buyer", "shard1", "shard2");
        buyer = federation.member("buyer");
        shard = federation.member("shard1");
        thief = federation.member("shard2");
        ours = new Correspondence(buyer, InstantSource.system());
        theirs = new Correspondence(shard, InstantSource.system());
    }

    @AfterEach
    void part() {
        buyer.close();
        shard.close();
        thief.close();
    }

    @Test
    void theAddresseeReadsWhatTheSenderWrote() {
        var letter = theirs.open(frame()).orElseThrow();
        assertArrayEquals(PAYLOAD, letter.payload());
        assertEquals("buyer", letter.header().from());
        assertEquals(buyer.card(), letter.sender());
        assertEquals(0, theirs.refused());
    }

    @Test
    void theRelayReadsNothingOfThePayload() {
        var bytes = new String(frame().bytes(), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("weights"));
        assertTrue(bytes.contains("shard1"));
    }

    @Test
    void aReplayIsRefused() {
        var frame = frame();
        assertTrue(theirs.open(frame).isPresent());
        refused(frame);
    }

    @Test
    void aReorderedLetterIsRefused() {
        var first = frame();
        var second = frame();
        assertTrue(theirs.open(second).isPresent());
        refused(first);
    }

    @Test
    void aLostLetterDoesNotStopTheNext() {
        frame();
        assertTrue(theirs.open(frame()).isPresent());
    }

    @Test
    void aLetterForSomebodyElseIsRefused() {
        assertEquals(Optional.empty(), new Correspondence(thief, InstantSource.system()).open(frame()));
    }

    @Test
    void anotherMemberCannotWriteInTheBuyersName() {
        var forged =
                new Correspondence(thief, InstantSource.system()).write(RUN, 1, Phase.TRAIN, shard.card(), PAYLOAD);
        var header = frame().header();
        refused(new Frame(header, forged.card(), forged.sealed()));
        refused(new Frame(header, buyer.cardBytes(), forged.sealed()));
    }

    @Test
    void aLetterUnderAnotherRoundOrPhaseIsRefused() {
        var frame = frame();
        for (var header : new String[] {
            text(frame.header()).replace("\"round\":1", "\"round\":2"),
            text(frame.header()).replace("train", "evaluate"),
            text(frame.header()).replace("\"sequence\":1", "\"sequence\":9"),
            text(frame.header()).replace(RUN.value(), "ffffffffffffffff"),
            text(frame.header()) + " ",
        }) {
            refused(new Frame(header.getBytes(StandardCharsets.UTF_8), frame.card(), frame.sealed()));
        }
        assertTrue(theirs.open(frame).isPresent());
    }

    @Test
    void aMemberOfAnotherFederationIsRefused() {
        var other = new Federation(folder.resolve("other"), "buyer", "shard1");
        try (var foreign = other.member("buyer");
                var namesake = other.member("shard1")) {
            var letters = new Correspondence(foreign, InstantSource.system());
            refused(letters.write(RUN, 1, Phase.TRAIN, shard.card(), PAYLOAD));
            refused(letters.write(RUN, 1, Phase.TRAIN, namesake.card(), PAYLOAD));
        }
    }

    @Test
    void anExpiredCardIsRefused() {
        var later = new Correspondence(shard, () -> Instant.now().plusSeconds(40L * 24 * 3600));
        assertEquals(Optional.empty(), later.open(frame()));
    }

    @Test
    void everyChangedBitOfALetterIsRefused() {
        var bytes = frame().bytes();
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var letter = Frame.parse(changed).flatMap(theirs::open);
            assertEquals(Optional.empty(), letter, "byte " + i);
        }
        assertTrue(Frame.parse(bytes).flatMap(theirs::open).isPresent());
    }

    @Test
    void everyCutLetterIsNoFrame() {
        var bytes = frame().bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertEquals(Optional.empty(), Frame.parse(java.util.Arrays.copyOf(bytes, length)), "length " + length);
        }
        assertEquals(Optional.empty(), Frame.parse(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
    }

    private void refused(Frame frame) {
        long before = theirs.refused();
        assertEquals(Optional.empty(), theirs.open(frame));
        assertEquals(before + 1, theirs.refused());
    }

    private Frame frame() {
        return ours.write(RUN, 1, Phase.TRAIN, shard.card(), PAYLOAD);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
