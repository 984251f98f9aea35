package io.poseidon.workbench.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class RandomBitsTest {

    private static final byte[] KEY = "a key of more than 16 bytes".getBytes(UTF_8);

    @Test
    void numbersBelowALimitAreUniform() {
        for (long limit : new long[] {1, 2, 3, 7, 1000}) {
            var bits = new SeededBits(limit);
            var seen = new int[(int) limit];
            int count = 200_000;
            for (int i = 0; i < count; i++) {
                seen[(int) bits.below(limit)]++;
            }
            for (int times : seen) {
                double expected = (double) count / limit;
                assertEquals(expected, times, 6 * Math.sqrt(expected) + 0.5);
            }
        }
    }

    @Test
    void theWordsThatWouldMakeSomeNumbersLikelierAreRejected() {
        var words = List.of(0L, 1L << 62).iterator();
        RandomBits bits = words::next;
        assertEquals(0, bits.below(3));
        assertFalse(words.hasNext());
    }

    @Test
    void bigNumbersStayBelowTheirLimitAndReachItsTop() {
        var bits = new SeededBits(1);
        var limit = BigInteger.valueOf(5).pow(60);
        var largest = BigInteger.ZERO;
        for (int i = 0; i < 2_000; i++) {
            var drawn = bits.below(limit);
            assertTrue(drawn.signum() >= 0 && drawn.compareTo(limit) < 0);
            largest = largest.max(drawn);
        }
        assertTrue(largest.compareTo(limit.multiply(BigInteger.valueOf(99)).divide(BigInteger.valueOf(100))) > 0);
        assertEquals(BigInteger.ZERO, bits.below(BigInteger.ONE));
    }

    @Test
    void theSameKeyAndContextGiveTheSameBits() {
        var first = KeyedBits.of(KEY, context("region", "7"));
        var second = KeyedBits.of(KEY, context("region", "7"));
        for (int i = 0; i < 20; i++) {
            assertEquals(first.nextWord(), second.nextWord());
        }
    }

    @Test
    void manyContextsUnderOneKeyGiveTheBitsThatEachGivesAlone() {
        var streams = new KeyedStreams(KEY);
        for (int i = 0; i < 50; i++) {
            var context = context("region", String.valueOf(i % 7));
            var alone = KeyedBits.of(KEY, context);
            var one = streams.of(context);
            for (int word = 0; word < i; word++) {
                assertEquals(alone.nextWord(), one.nextWord());
            }
        }
    }

    @Test
    void anyOtherKeyContextOrFramingGivesOtherBits() {
        var seen = new HashSet<Long>();
        var contexts = List.of(context("ab", "c"), context("a", "bc"), context("abc"), context("abc", ""), context());
        contexts.forEach(context -> seen.add(KeyedBits.of(KEY, context).nextWord()));
        seen.add(KeyedBits.of("another key of 16 bytes".getBytes(UTF_8), context("abc"))
                .nextWord());
        assertEquals(contexts.size() + 1, seen.size());
    }

    @Test
    void keyedBitsAreHmacInCounterMode() throws Exception {
        var frame = "0000000000000001" + "0000000000000001" + "78";
        var seed = hmac(KEY, HexFormat.of().parseHex(frame));
        var block = new BigInteger(1, hmac(seed, new byte[8]));
        assertEquals(
                block.shiftRight(192).longValue(),
                KeyedBits.of(KEY, context("x")).nextWord());
    }

    @Test
    void aShortKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> KeyedBits.of(new byte[15], context("x")));
    }

    @Test
    void secureStreamsNeverRepeatAndNeverPrintThemselves() {
        var one = SecureBits.fresh();
        var two = SecureBits.fresh();
        var seen = new HashSet<Long>();
        for (int i = 0; i < 5_000; i++) {
            seen.add(one.nextWord());
            seen.add(two.nextWord());
        }
        assertEquals(10_000, seen.size());
        assertEquals("SecureBits", one.toString());
        assertNotEquals(one, two);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static List<byte[]> context(String... parts) {
        return List.of(parts).stream().map(part -> part.getBytes(UTF_8)).toList();
    }
}
