package io.poseidon.workbench.crypto.aead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Held to the definition of RFC 8439 section 2.5.1 over whole numbers, which is held to the RFC's own vectors
/// first.
final class Poly1305Test {

    private static final BigInteger P = BigInteger.ONE.shiftLeft(130).subtract(BigInteger.valueOf(5));
    private static final BigInteger CLAMP = new BigInteger("0ffffffc0ffffffc0ffffffc0fffffff", 16);

    private final List<Blocks> ways = List.of(new BlockPairs(), new BlockLanes());

    @Test
    void theDefinitionFindsTheTagsOfTheRfc() {
        assertTag(
                "85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b",
                "43727970746f6772617068696320466f72756d2052657365617263682047726f7570",
                "a8061dc1305136c6c22b8baf0c0127a9");
        // Appendix A.3, 7 to 11: sums that just do and just do not reach the prime.
        assertTag("02" + "00".repeat(31), "ffffffffffffffffffffffffffffffff", "03" + "00".repeat(15));
        assertTag("02" + "00".repeat(15) + "ff".repeat(16), "02" + "00".repeat(15), "03" + "00".repeat(15));
        assertTag(
                "01" + "00".repeat(31),
                "ff".repeat(16) + "f0" + "ff".repeat(15) + "11" + "00".repeat(15),
                "05" + "00".repeat(15));
        assertTag("01" + "00".repeat(31), "ff".repeat(16) + "fb" + "fe".repeat(15) + "01".repeat(16), "00".repeat(16));
        assertTag("02" + "00".repeat(31), "fd" + "ff".repeat(15), "fa" + "ff".repeat(15));
    }

    private static void assertTag(String key, String message, String tag) {
        var hex = HexFormat.of();
        assertEquals(tag, hex.formatHex(defined(hex.parseHex(key), hex.parseHex(message))), message);
    }

    @Test
    void findsTheTagOfTheDefinitionAtEveryLength() {
        var random = new Random(8439);
        for (int length = 0; length <= 600; length++) {
            assertDefined(bytes(random, 32), bytes(random, length), 0, length);
        }
        for (int length : new int[] {4_095, 65_535, 65_536, 65_537}) {
            assertDefined(bytes(random, 32), bytes(random, length), 0, length);
        }
    }

    @Test
    void findsItAtEveryPlaceInAnArray() {
        var random = new Random(2);
        var message = bytes(random, 1_000);
        for (int from = 0; from < 130; from++) {
            assertDefined(bytes(random, 32), message, from, 300 + from);
        }
    }

    /// Keys and messages of nothing but ones, zeros and single bits drive limbs and carries to their bounds.
    @Test
    void findsItWhereLimbsAndCarriesAreAtTheirBounds() {
        var random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            var key = extreme(random, 32);
            var message = extreme(random, random.nextInt(520));
            assertDefined(key, message, 0, message.length);
        }
    }

    @Test
    void findsItWhereTheSumIsAroundThePrime() {
        var key = new byte[32];
        key[0] = 1;
        for (int last = 0; last < 256; last++) {
            for (int blocks = 1; blocks <= 9; blocks++) {
                var message = new byte[16 * blocks];
                Arrays.fill(message, (byte) 0xff);
                message[message.length - 16] = (byte) last;
                assertDefined(key, message, 0, message.length);
            }
        }
    }

    @Test
    void keepsNothingOfTheKey() throws ReflectiveOperationException {
        var random = new Random(5);
        for (var blocks : ways) {
            var poly = new Poly1305(blocks);
            poly.tag(bytes(random, 32), bytes(random, 1_001), 0, 1_001);
            for (var name : List.of("r", "sum", "product")) {
                assertArrayEquals(new long[Limbs.COUNT], (long[]) held(poly, name));
            }
            assertArrayEquals(new byte[16], (byte[]) held(poly, "block"));
        }
        assertArrayEquals(new long[Limbs.COUNT], (long[]) held(ways.getFirst(), "square"));
        for (var power : (long[][]) held(ways.getLast(), "powers")) {
            assertArrayEquals(new long[Limbs.COUNT], power);
        }
        assertArrayEquals(new long[20], (long[]) held(ways.getLast(), "sums"));
        assertArrayEquals(new long[20], (long[]) held(ways.getLast(), "factors"));
    }

    private static Object held(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private void assertDefined(byte[] key, byte[] message, int from, int length) {
        var sealed = Arrays.copyOfRange(message, from, from + length);
        var padded = Arrays.copyOf(sealed, (length + 15) / 16 * 16 + 16);
        for (int i = 0; i < 4; i++) {
            padded[padded.length - 8 + i] = (byte) (length >>> 8 * i);
        }
        var expected = defined(key, padded);
        for (var blocks : ways) {
            assertArrayEquals(
                    expected,
                    new Poly1305(blocks).tag(key, message, from, length),
                    () -> blocks.getClass().getSimpleName() + ", key "
                            + HexFormat.of().formatHex(key) + ", message "
                            + HexFormat.of().formatHex(sealed));
        }
    }

    private static byte[] defined(byte[] key, byte[] message) {
        var r = number(Arrays.copyOf(key, 16)).and(CLAMP);
        var s = number(Arrays.copyOfRange(key, 16, 32));
        var sum = BigInteger.ZERO;
        for (int at = 0; at < message.length; at += 16) {
            var block = Arrays.copyOfRange(message, at, Math.min(at + 16, message.length));
            sum = sum.add(number(block).setBit(8 * block.length)).multiply(r).mod(P);
        }
        var tag = new byte[16];
        var number = sum.add(s);
        for (int i = 0; i < 16; i++) {
            tag[i] = number.shiftRight(8 * i).byteValue();
        }
        return tag;
    }

    private static BigInteger number(byte[] leastFirst) {
        var mostFirst = new byte[leastFirst.length];
        for (int i = 0; i < leastFirst.length; i++) {
            mostFirst[i] = leastFirst[leastFirst.length - 1 - i];
        }
        return new BigInteger(1, mostFirst);
    }

    private static byte[] extreme(Random random, int length) {
        var bytes = new byte[length];
        switch (random.nextInt(4)) {
            case 0 -> Arrays.fill(bytes, (byte) 0xff);
            case 1 -> {
                if (length > 0) {
                    bytes[random.nextInt(length)] = (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                for (int i = 0; i < length; i++) {
                    bytes[i] = (byte) (random.nextBoolean() ? 0xff : 0);
                }
            }
            default -> random.nextBytes(bytes);
        }
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
