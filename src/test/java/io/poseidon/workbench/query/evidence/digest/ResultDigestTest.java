package io.poseidon.workbench.query.evidence.digest;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.ColumnType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Digests of results that do not fit into the memory set aside for them.
class ResultDigestTest {

    private static final List<Shape> COLUMNS = List.of(
            new Shape("region", ColumnType.TEXT, Optional.empty(), false, false),
            new Shape("n", ColumnType.INTEGER, Optional.empty(), true, false));
    private static final byte[] SALT = "salt".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private static List<List<Optional<String>>> rows(long seed, int count) {
        var random = new Random(seed);
        var rows = new ArrayList<List<Optional<String>>>();
        for (int i = 0; i < count; i++) {
            var region = random.nextInt(9) == 0 ? Optional.<String>empty() : Optional.of("r" + random.nextInt(50));
            rows.add(List.of(region, Optional.of(String.valueOf(random.nextInt(1000)))));
        }
        return rows;
    }

    private static String digest(List<List<Optional<String>>> rows, int inMemory) {
        try (var digest = new ResultDigest(COLUMNS, inMemory)) {
            rows.forEach(digest::add);
            return digest.salted(SALT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2000000000", "1E-2000000000", "1E100000"})
    void aNumberThatNoMemoryHoldsIsAnotherTextAndNoMore(String claimed) {
        var one = List.of(Optional.of("r1"), Optional.of("1"));
        var other = List.of(Optional.of("r1"), Optional.of(claimed));
        assertNotEquals(digest(List.of(one), 7), digest(List.of(other), 7));
    }

    @ParameterizedTest
    @CsvSource({"1,0,7", "2,7,7", "3,8,7", "4,14,7", "5,1000,7", "6,9000,2500", "7,5000,1", "8,3,1"})
    void isTheSameHoweverLittleIsHeldInMemoryAndInWhateverOrder(long seed, int count, int inMemory) {
        var rows = rows(seed, count);
        var whole = digest(rows, Integer.MAX_VALUE);
        assertEquals(whole, digest(rows, inMemory), "seed " + seed);
        Collections.shuffle(rows, new Random(seed));
        assertEquals(whole, digest(rows, inMemory), "seed " + seed);
        if (!rows.isEmpty()) {
            rows.add(rows.getFirst());
            assertNotEquals(whole, digest(rows, inMemory), "a row twice is another result");
        }
    }

    /// Computed here from the published form, without any of the code under test.
    @Test
    void isWhatTheFormSays() throws NoSuchAlgorithmException {
        var rows = List.of(
                List.of(Optional.of("서울"), Optional.of("007")), List.of(Optional.<String>empty(), Optional.of("-0")));
        var sha = MessageDigest.getInstance("SHA-256");
        var each = new ArrayList<byte[]>();
        each.add(sha.digest("6:서울,1:7,".getBytes(StandardCharsets.UTF_8)));
        each.add(sha.digest("-,1:0,".getBytes(StandardCharsets.UTF_8)));
        each.sort(Arrays::compareUnsigned);
        var head = sha.digest("6:region,4:text,1:n,7:integer,".getBytes(StandardCharsets.UTF_8));
        sha.update("poseidon result 1\n".getBytes(StandardCharsets.US_ASCII));
        sha.update(SALT);
        sha.update(head);
        each.forEach(sha::update);
        assertEquals(HexFormat.of().formatHex(sha.digest()), digest(rows, 1));
    }

    /// A digest of a row could be found by trying rows.
    @Test
    void putsNoDigestAsideInTheClear() throws IOException {
        var random = new Random(9);
        var digests = new ArrayList<byte[]>();
        for (int i = 0; i < 5000; i++) {
            var digest = new byte[32];
            random.nextBytes(digest);
            digests.add(digest);
        }
        digests.sort(Arrays::compareUnsigned);
        var file = folder.resolve("spill");
        var found = new ArrayList<byte[]>();
        try (var spill = new DigestSpill(FileChannel.open(file, CREATE_NEW, READ, WRITE))) {
            spill.add(IntStream.range(0, 5000)
                    .filter(i -> i % 3 != 0)
                    .mapToObj(digests::get)
                    .toList());
            spill.add(List.of());
            spill.add(IntStream.range(0, 5000)
                    .filter(i -> i % 3 == 0)
                    .mapToObj(digests::get)
                    .toList());
            spill.merge(found::add);
        }
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertEquals(5000 * 32, text.length());
        assertEquals(digests.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertTrue(Arrays.equals(digests.get(i), found.get(i)), "place " + i);
            assertFalse(text.contains(new String(digests.get(i), StandardCharsets.ISO_8859_1)), "place " + i);
        }
    }
}
