package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.Shared;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The community's vectors (C2SP CCTV): what must open opens to exactly the right bytes, and nothing else opens.
final class AgeTestKitTest {

    static Stream<String> names() throws IOException {
        try (var files = Files.list(Shared.path("vectors/age"))) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static TestKitCase read(String name) {
        return TestKitCase.read(Shared.path("vectors/age").resolve(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void opensExactlyWhatTheTestKitSaysOpens(String name) throws IOException {
        var vector = read(name);
        var released = new ByteArrayOutputStream();
        var code = open(vector, released);
        assertEquals(expectedCode(vector), code);
        if (vector.expect().equals("success")) {
            assertEquals(
                    vector.key("payload"), Digest.of(released.toByteArray()).hex());
        } else {
            assertEquals(0, released.size(), "plaintext of a refused file");
        }
    }

    private static String open(TestKitCase vector, ByteArrayOutputStream released) throws IOException {
        try (var reader = SealedReader.open(vector.dearmored(), vector.identities());
                var in = reader.stream(Progress.NONE)) {
            in.transferTo(released);
            return "opened";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private static String expectedCode(TestKitCase vector) {
        if (vector.name().equals("scrypt_work_factor_23")) {
            return "age-work-factor";
        }
        return switch (vector.expect()) {
            case "success" -> "opened";
            case "no match" -> "age-no-match";
            case "HMAC failure" -> "age-header-changed";
            case "header failure" -> "age-header";
            case "payload failure" -> "age-payload";
            case "armor failure" -> "age-armor";
            default -> throw new IllegalArgumentException(vector.expect());
        };
    }

    static Stream<String> openable() throws IOException {
        return names().filter(name -> read(name).expect().equals("success"));
    }

    @ParameterizedTest
    @MethodSource("openable")
    void readsTheSameBytesAtAnyPositionAsInOrder(String name) throws IOException {
        var vector = read(name);
        var random = new Random(name.hashCode());
        try (var reader = SealedReader.open(vector.dearmored(), vector.identities());
                var in = reader.stream(Progress.NONE)) {
            var whole = in.readAllBytes();
            assertEquals(whole.length, reader.size());
            for (int i = 0; i < 20 && whole.length > 0; i++) {
                int at = random.nextInt(whole.length);
                int length = Math.min(whole.length - at, random.nextInt(200_000));
                var part = ByteBuffer.allocate(length);
                assertTrue(reader.read(at, part) == length, "seed " + name.hashCode());
                assertArrayEquals(Arrays.copyOfRange(whole, at, at + length), part.array());
            }
            assertEquals(-1, reader.read(whole.length, ByteBuffer.allocate(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("openable")
    void opensNothingWithASomebodyElsesIdentity(String name) {
        var vector = read(name);
        var code = "opened";
        try (var reader = SealedReader.open(vector.dearmored(), List.of(Identity.generate()))) {
            code += reader.size();
        } catch (Problem problem) {
            code = problem.code();
        }
        assertEquals("age-no-match", code);
    }
}
