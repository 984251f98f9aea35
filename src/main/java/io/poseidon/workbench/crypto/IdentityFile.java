package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.Armor;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A file of identities as age keeps them: one `AGE-SECRET-KEY-1…` a line with `#` comments, plain or inside an age
/// file that a passphrase opens (armored or not).
public final class IdentityFile {

    private static final byte[] AGE = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);

    private IdentityFile() {}

    /// Whether a passphrase will be asked for.
    public static boolean isWrapped(Path file) {
        var bytes = SecretFile.read(file);
        try {
            return isWrapped(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// All identities of the file; the caller closes them. The passphrase is asked for only where the file is wrapped,
    /// and closed here.
    public static List<Identity> read(Path file, Supplier<Passphrase> passphrase) {
        var bytes = SecretFile.read(file);
        try {
            if (!isWrapped(bytes)) {
                return new IdentityLines(file).parse(bytes);
            }
            try (var secret = passphrase.get()) {
                return unwrap(file, bytes, secret);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Writes one identity, readable by its owner only, wrapped where a passphrase is given. Never replaces a file.
    public static void write(Path file, Identity identity, Optional<Passphrase> passphrase) {
        var text = text(identity, "created: " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            SecretFile.write(file, passphrase.map(secret -> wrap(text, secret)).orElse(text));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static boolean isWrapped(byte[] bytes) {
        return Armor.isArmored(bytes)
                || bytes.length >= AGE.length && Arrays.equals(bytes, 0, AGE.length, AGE, 0, AGE.length);
    }

    private static List<Identity> unwrap(Path from, byte[] bytes, Passphrase passphrase) {
        var file = Armor.isArmored(bytes) ? Armor.decode(bytes) : bytes;
        var text = new byte[0];
        try (var reader = SealedReader.open(file, List.of(Identity.of(passphrase)));
                var in = reader.stream(Progress.NONE)) {
            // one array that can be zeroed; the file was no larger than a key file may be
            text = new byte[Math.toIntExact(reader.size())];
            if (in.readNBytes(text, 0, text.length) < text.length) {
                throw new EOFException();
            }
            return new IdentityLines(from).parse(text);
        } catch (IOException e) {
            throw SealedReader.unreadable(e);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] wrap(byte[] text, Passphrase passphrase) {
        var out = new ByteArrayOutputStream();
        try (var writer = SealingWriter.to(out, List.of(Recipient.of(passphrase)))) {
            writer.write(text);
            writer.finish();
        } catch (IOException e) {
            throw SealedReader.unreadable(e);
        }
        return out.toByteArray();
    }

    /// The lines of a file with one identity; the caller zeroes them.
    public static byte[] text(Identity identity, String remark) {
        var recipient = identity.recipient().map(Recipient::toString).orElse("none");
        var comment = "# " + remark + "\n# public key: " + recipient + "\n";
        var secret = identity.secretText();
        var text = Arrays.copyOf(comment.getBytes(StandardCharsets.US_ASCII), comment.length() + secret.length + 1);
        for (int i = 0; i < secret.length; i++) {
            text[comment.length() + i] = (byte) secret[i];
        }
        text[text.length - 1] = '\n';
        Arrays.fill(secret, '\0');
        return text;
    }
}
