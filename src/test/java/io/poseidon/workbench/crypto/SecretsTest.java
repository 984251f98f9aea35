package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Identities, passphrases and file keys: never printed, logged or repeated in a problem, and zeros once closed.
final class SecretsTest {

    private static final byte[] SEED = HexFormat.of().parseHex("8c1f".repeat(16));
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path folder;

    private final Identity identity = Identity.ofSeed(SEED);
    private final SigningKey signer = SigningKey.ofSeed(SEED);

    /// A class that owns secret bytes says what it prints and can be closed; a record would print its parts.
    @Test
    void whatOwnsSecretBytesPrintsItselfWithoutThemAndCanBeClosed() {
        var owners = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.poseidon.workbench.crypto")
                        .stream()
                        .filter(owner -> owner.isAssignableTo(AutoCloseable.class))
                        .filter(SecretsTest::holdsBytes)
                        .filter(owner -> !owner.isAssignableTo(java.io.Closeable.class))
                        .toList();
        var names = owners.stream().map(JavaClass::getSimpleName).toList();
        assertTrue(names.containsAll(List.of("FileKey", "PayloadKey", "SigningKey", "Passphrase")), names::toString);
        assertTrue(names.containsAll(List.of("X25519Identity", "HybridIdentity", "ScryptIdentity")), names::toString);
        for (var owner : owners) {
            assertFalse(owner.isRecord(), owner.getName());
            assertTrue(owner.tryGetMethod("toString").isPresent() || isCiphertext(owner), owner.getName());
            assertTrue(owner.tryGetMethod("close").isPresent() || isCiphertext(owner), owner.getName());
        }
    }

    private static boolean holdsBytes(JavaClass owner) {
        return owner.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .anyMatch(field -> field.getRawType().isEquivalentTo(byte[].class)
                        || field.getRawType().isEquivalentTo(char[].class));
    }

    private static boolean isCiphertext(JavaClass owner) {
        return owner.getName().contains("Ciphertext$");
    }

    @Test
    void nothingThatHoldsASecretPrintsIt() {
        try (var passphrase = Passphrase.of(PASSPHRASE.toCharArray());
                var fileKey = FileKey.owning(Arrays.copyOf(SEED, FileKey.LENGTH))) {
            var printed = Stream.of(
                            identity,
                            signer,
                            passphrase,
                            fileKey,
                            Identity.of(passphrase),
                            Recipient.of(passphrase),
                            List.of(identity, signer),
                            Optional.of(passphrase))
                    .map(Object::toString)
                    .toList();
            printed.forEach(this::assertHarmless);
        }
    }

    /// Whatever goes wrong on the way to an open file, and whatever goes right.
    @Test
    void neitherLogsNorProblemsRepeatASecret() throws IOException {
        var wrapped = folder.resolve("wrapped");
        try (var passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            IdentityFile.write(wrapped, identity, Optional.of(passphrase));
        }
        var plain = folder.resolve("plain");
        IdentityFile.write(plain, identity, Optional.empty());
        var text = Files.readString(plain);
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            IdentityFile.read(wrapped, () -> Passphrase.of(PASSPHRASE.toCharArray()))
                    .forEach(Identity::close);
            fails(wrapped, PASSPHRASE + "!");
            fails(written(text.substring(0, text.length() - 3)), "");
            fails(written(text.replace("AGE-SECRET-KEY-1", "AGE-SECRET-KEY-2")), "");
            fails(written(text.strip() + "junk\n"), "");
            fails(written(text.replace('\n', ' ').replace("#", "")), "");
            fails(written(new String(Pem.encode("PRIVATE KEY", signer.pkcs8()), StandardCharsets.US_ASCII)), "");
            fails(written("-----BEGIN AGE ENCRYPTED FILE-----\n" + text), PASSPHRASE);
        } finally {
            root.detachAppender(log);
            root.setLevel(level);
        }
        for (var event : log.list) {
            assertHarmless(event.getFormattedMessage());
            Optional.ofNullable(event.getThrowableProxy())
                    .ifPresent(thrown -> assertHarmless(ThrowableProxyUtil.asString(thrown)));
        }
    }

    private void fails(Path file, String passphrase) {
        var problem = assertThrows(
                Problem.class, () -> IdentityFile.read(file, () -> Passphrase.of(passphrase.toCharArray())));
        var trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            trace.append(problem.message(language)).append(problem.next(language));
        }
        assertHarmless(trace.toString());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "broken", ""), text);
    }

    @Test
    void whatIsClosedHoldsZeros() throws ReflectiveOperationException, IOException {
        var passphrase = Passphrase.of(PASSPHRASE.toCharArray());
        var fileKey = FileKey.owning(Arrays.copyOf(SEED, FileKey.LENGTH));
        var out = new ByteArrayOutputStream();
        var writer = SealingWriter.to(out, List.of(identity.recipient().orElseThrow()));
        writer.write(SEED);
        writer.finish();
        var reader = SealedReader.open(out.toByteArray(), List.of(identity));
        var secrets = new ArrayList<byte[]>();
        secrets.add(bytes(passphrase, "utf8"));
        secrets.add(bytes(fileKey, "bytes"));
        secrets.add(bytes(held(writer, "key", PayloadKey.class), "key"));
        secrets.add(bytes(held(reader, "key", PayloadKey.class), "key"));
        secrets.add(bytes(signer, "seed"));
        secrets.add(bytes(held(identity, "unwrapper", Object.class), "scalar"));
        for (var secret : secrets) {
            assertFalse(isZero(secret), "there is a secret to forget");
        }
        passphrase.close();
        fileKey.close();
        writer.close();
        reader.close();
        signer.close();
        identity.close();
        for (int i = 0; i < secrets.size(); i++) {
            assertTrue(isZero(secrets.get(i)), "secret " + i);
        }
    }

    @Test
    void aSecretIsZeroedWhetherItsFileCouldBeWrittenOrNot() throws IOException {
        var secret = SEED.clone();
        SecretFile.write(folder.resolve("new"), secret);
        assertArrayEquals(new byte[32], secret);
        assertArrayEquals(SEED, Files.readAllBytes(folder.resolve("new")));
        var again = SEED.clone();
        assertThrows(Problem.class, () -> SecretFile.write(folder.resolve("new"), again));
        assertArrayEquals(new byte[32], again);
        var nowhere = SEED.clone();
        assertThrows(Problem.class, () -> SecretFile.write(folder.resolve("no/such/folder"), nowhere));
        assertArrayEquals(new byte[32], nowhere);
    }

    private void assertHarmless(String text) {
        var secret = new String(Identity.ofSeed(SEED).secretText());
        var upper = text.toUpperCase(Locale.ROOT);
        var forbidden = List.of(
                secret.substring(16, 40),
                secret.substring(secret.length() - 20),
                HexFormat.of().withUpperCase().formatHex(SEED).substring(0, 16),
                Base64.getEncoder().encodeToString(SEED).substring(0, 16).toUpperCase(Locale.ROOT),
                Arrays.toString(SEED).substring(1, 20),
                "HORSE BATTERY");
        forbidden.forEach(part -> assertFalse(upper.contains(part), "a secret is told: " + part));
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private static byte[] bytes(Object owner, String field) throws ReflectiveOperationException {
        return held(owner, field, byte[].class);
    }

    private static <T> T held(Object owner, String name, Class<T> type) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return type.cast(field.get(owner));
    }
}
