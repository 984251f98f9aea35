package io.poseidon.workbench.crypto.aead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

/// Every way of opening does what the JDK's does: the same plaintext, the same refusals, nothing written before a
/// refusal.
final class AeadTest {

    private final Random random = new Random(20);
    private final byte[] key = bytes(32);
    private final List<Aead> ways =
            Arrays.stream(Way.values()).map(way -> way.opening(key)).toList();

    @Test
    void opensWhatTheJdkSealedAtEveryLengthAndPlace() throws GeneralSecurityException {
        for (int length = 0; length < 400; length++) {
            assertOpens(length, length % 37);
        }
        for (int length : new int[] {1_000, 4_096, 65_535, 65_536}) {
            assertOpens(length, 5);
        }
    }

    private void assertOpens(int length, int from) throws GeneralSecurityException {
        var nonce = bytes(12);
        var plain = bytes(length);
        var sealed = seal(key, nonce, plain);
        for (var way : ways) {
            var in = new byte[from + sealed.length + 9];
            System.arraycopy(sealed, 0, in, from, sealed.length);
            var out = new byte[length + 7];
            var source = ByteBuffer.wrap(in, from, sealed.length);
            var target = ByteBuffer.wrap(out, 7, length);
            assertEquals(length, way.apply(nonce, source, target));
            assertArrayEquals(plain, Arrays.copyOfRange(out, 7, 7 + length), "length " + length);
            assertEquals(0, source.remaining());
            assertEquals(0, target.remaining());
            way.apply(nonce, ByteBuffer.wrap(in, from, sealed.length), ByteBuffer.wrap(in, from, length));
            assertArrayEquals(plain, Arrays.copyOfRange(in, from, from + length), "in place, length " + length);
        }
    }

    @Test
    void refusesEveryFlippedBitAndEveryCutAndWritesNothing() throws GeneralSecurityException {
        for (int length : new int[] {0, 1, 63, 64, 130}) {
            var nonce = bytes(12);
            var sealed = seal(key, nonce, bytes(length));
            for (int bit = 0; bit < 8 * sealed.length; bit++) {
                var changed = sealed.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertRefused(nonce, changed);
            }
            for (int cut = 0; cut < sealed.length; cut++) {
                assertRefused(nonce, Arrays.copyOf(sealed, cut));
            }
            assertRefused(bytes(12), sealed);
        }
    }

    private void assertRefused(byte[] nonce, byte[] sealed) {
        for (var way : ways) {
            var out = new byte[sealed.length];
            assertThrows(
                    AEADBadTagException.class,
                    () -> way.apply(nonce, ByteBuffer.wrap(sealed), ByteBuffer.wrap(out)),
                    () -> HexFormat.of().formatHex(sealed));
            assertArrayEquals(new byte[sealed.length], out);
        }
    }

    @Test
    void opensExactlyTheBoxesThatAreValid() throws IOException, GeneralSecurityException {
        int seen = 0;
        var file = Shared.path("vectors/wycheproof/chacha20_poly1305_test.json").toFile();
        for (var group : new ObjectMapper().readTree(file).get("testGroups")) {
            for (var vector : group.get("tests")) {
                if (group.get("ivSize").asInt() == 96 && hex(vector, "aad").length == 0) {
                    boolean valid = vector.get("result").asText().equals("valid");
                    for (var way : Way.values()) {
                        assertEquals(valid, opens(vector, way), way + " " + vector);
                    }
                    seen++;
                }
            }
        }
        assertTrue(seen > 25, "only " + seen);
    }

    private static boolean opens(JsonNode vector, Way way) throws GeneralSecurityException {
        var text = hex(vector, "ct");
        var tag = hex(vector, "tag");
        var sealed = Arrays.copyOf(text, text.length + tag.length);
        System.arraycopy(tag, 0, sealed, text.length, tag.length);
        var plain = new byte[text.length];
        try {
            way.opening(hex(vector, "key")).apply(hex(vector, "iv"), ByteBuffer.wrap(sealed), ByteBuffer.wrap(plain));
            assertArrayEquals(hex(vector, "msg"), plain);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        }
    }

    @Test
    void opensThroughoutARaceWhoeverLeads() throws GeneralSecurityException {
        var nonce = bytes(12);
        var plain = bytes(5_000);
        var sealed = seal(key, nonce, plain);
        var race = new OpeningRace();
        race.expect(OpeningRace.FROM);
        for (var one : List.of(race, OpeningRace.wonBy(Way.PLATFORM), OpeningRace.wonBy(Way.LANES))) {
            var opening = Aead.opening(key, one);
            for (int i = 0; i < 5; i++) {
                one.run();
                var out = new byte[plain.length];
                opening.apply(nonce, ByteBuffer.wrap(sealed), ByteBuffer.wrap(out));
                assertArrayEquals(plain, out);
            }
        }
    }

    private static byte[] seal(byte[] key, byte[] nonce, byte[] plain) throws GeneralSecurityException {
        var sealed = new byte[plain.length + Aead.TAG];
        Aead.sealing(key).apply(nonce, ByteBuffer.wrap(plain), ByteBuffer.wrap(sealed));
        return sealed;
    }

    private static byte[] hex(JsonNode vector, String name) {
        return HexFormat.of().parseHex(vector.get(name).asText());
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
