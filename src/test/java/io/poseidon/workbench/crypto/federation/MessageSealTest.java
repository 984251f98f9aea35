package io.poseidon.workbench.crypto.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageSealTest {

    private static final byte[] HEADER = "{\"from\":\"shard1\",\"to\":\"buyer\"}".getBytes(StandardCharsets.UTF_8);

    private Member buyer;
    private Member shard;
    private Member other;

    @BeforeAll
    void found(@TempDir Path folder) {
        try (var authority = Authority.in(folder.resolve("authority"), folder, Validity.days(Instant.now(), 1))) {
            var names = Stream.of("buyer", "shard1", "shard2").map(MemberName::parse);
            authority.admit(names.toList(), List.of(), folder);
        }
        buyer = Member.read(folder, "buyer", Instant.now());
        shard = Member.read(folder, "shard1", Instant.now());
        other = Member.read(folder, "shard2", Instant.now());
    }

    @AfterAll
    void close() {
        buyer.close();
        shard.close();
        other.close();
    }

    @Test
    void carriesPayloadsOfAnySizeToTheAddressee() {
        var random = new Random(5);
        for (int size : new int[] {0, 1, 63, 64, 65_471, 65_472, 65_473, 300_000}) {
            var payload = new byte[size];
            random.nextBytes(payload);
            var sealed = MessageSeal.seal(HEADER, payload, shard, buyer.card());
            assertArrayEquals(payload, MessageSeal.open(HEADER, sealed, shard.card(), buyer), "size " + size);
        }
    }

    @Test
    void refusesAnotherHeaderAnotherSenderAndAnotherAddressee() {
        var sealed = MessageSeal.seal(HEADER, new byte[] {1, 2, 3}, shard, buyer.card());
        var otherHeader = HEADER.clone();
        otherHeader[3] ^= 1;
        assertRefused(otherHeader, sealed, shard.card(), buyer);
        assertRefused(HEADER, sealed, other.card(), buyer);
        assertRefused(HEADER, sealed, shard.card(), other);
    }

    @Test
    void refusesEveryChangedByteAndEveryCut() {
        var sealed = MessageSeal.seal(HEADER, new byte[] {1, 2, 3}, shard, buyer.card());
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 4;
            assertRefused(HEADER, changed, shard.card(), buyer);
            assertRefused(HEADER, Arrays.copyOf(sealed, i), shard.card(), buyer);
        }
    }

    @Test
    void doesNotLetBytesMoveBetweenHeaderAndPayload() {
        var sealed = MessageSeal.seal(new byte[] {1, 2}, new byte[] {3}, shard, buyer.card());
        assertRefused(new byte[] {1}, sealed, shard.card(), buyer);
        assertRefused(new byte[] {1, 2, 3}, sealed, shard.card(), buyer);
    }

    private static void assertRefused(byte[] header, byte[] sealed, MemberCard from, Member to) {
        var problem = assertThrows(Problem.class, () -> MessageSeal.open(header, sealed, from, to));
        assertEquals("message-not-authentic", problem.code());
    }
}
