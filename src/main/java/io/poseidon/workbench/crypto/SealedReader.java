package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.crypto.age.Envelope;
import io.poseidon.workbench.crypto.age.PayloadKey;
import io.poseidon.workbench.crypto.payload.Ciphertext;
import io.poseidon.workbench.crypto.payload.Payload;
import io.poseidon.workbench.crypto.payload.Plaintext;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// Opens an age v1 file that can be read at any position: a file, a part inside one, or bytes in memory.
///
/// When `open` returns, the header is authenticated and the **last chunk is verified as the last**, so that a file
/// that was cut never looks whole. Plaintext exists in memory only. [#read] may be called by several threads at
/// once. The owner closes: that zeroes the key, and closes the file where the reader opened it itself.
public final class SealedReader implements AutoCloseable {

    private final Ciphertext source;
    private final PayloadKey key;
    private final Payload payload;

    private SealedReader(Ciphertext source, Envelope.Opened envelope) {
        this.source = source;
        this.key = envelope.key();
        this.payload = new Payload(source, envelope.length(), key);
    }

    public static SealedReader open(Path file, List<Identity> identities) {
        Ciphertext source;
        try {
            source = Ciphertext.owning(FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, SealedReader.class, "file-unreadable", file.getFileName())
                    .because(e);
        }
        return open(source, identities);
    }

    /// A part of a file; the caller keeps the channel open while it reads and closes it itself.
    public static SealedReader open(FileChannel channel, long offset, long length, List<Identity> identities) {
        return open(Ciphertext.of(channel, offset, length), identities);
    }

    public static SealedReader open(byte[] file, List<Identity> identities) {
        return open(Ciphertext.of(file), identities);
    }

    private static SealedReader open(Ciphertext source, List<Identity> identities) {
        try {
            var head = new BufferedInputStream(source.stream());
            var unwrappers = identities.stream().map(Identity::unwrapper).toList();
            return verified(source, Envelope.open(head, unwrappers));
        } catch (IOException e) {
            close(source);
            throw unreadable(e);
        } catch (RuntimeException e) {
            close(source);
            throw e;
        }
    }

    private static SealedReader verified(Ciphertext source, Envelope.Opened envelope) throws IOException {
        try {
            var reader = new SealedReader(source, envelope);
            reader.payload.checkEnd();
            return reader;
        } catch (IOException | RuntimeException e) {
            envelope.key().close();
            throw e;
        }
    }

    /// Bytes of plaintext.
    public long size() {
        return payload.size();
    }

    /// Fills `into` from a position of the plaintext on; returns the bytes read, -1 at the end. Deciphers only the
    /// chunks it needs.
    public int read(long position, ByteBuffer into) {
        try {
            return payload.read(position, into);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The plaintext from its beginning, deciphered ahead by all processors. Reports the fraction read, stops when
    /// cancelled. Closing the stream leaves the reader open.
    public InputStream stream(Progress progress) {
        return payload.stream(progress);
    }

    /// Which digests a pass takes: that of the sealed bytes always, that of the plaintext where it is asked for.
    public enum Digests {
        SEALED,
        BOTH
    }

    /// Where the plaintext of a pass goes, what is digested, and the race that its reader keeps for all passes.
    public record Aim(Plaintext into, Digests digests, OpeningRace race) {}

    /// What one pass over everything found: the SHA-256 and the CRC-32 of the sealed bytes, the SHA-256 of the
    /// plaintext where it was asked for and could be deciphered, and why it could not.
    public record Passed(Digest sealed, long crc, Optional<Digest> plain, Optional<Problem> failure) {}

    /// Deciphers everything and digests it, reading the sealed bytes once. Nothing of the plaintext is
    /// to be shown before the digests have been held to what was signed. A chunk that does not authenticate ends
    /// the deciphering, not the pass. Reports the fraction done, from any thread, and stops when cancelled.
    public Passed pass(Aim aim, Progress progress) {
        var plain = Optional.of(aim.digests()).filter(Digests.BOTH::equals).map(both -> Digest.start());
        var sums = new Payload.Sums(Digest.start(), new CRC32(), plain);
        try {
            var failure = payload.pass(aim.into(), sums, aim.race(), progress);
            return passed(sums, failure);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Passed passed(Payload.Sums sums, Optional<Problem> failure) {
        var plain = sums.plain().filter(digest -> failure.isEmpty()).map(Digest::finish);
        return new Passed(Digest.finish(sums.sealed()), sums.crc().getValue(), plain, failure);
    }

    static Problem unreadable(IOException e) {
        return Problem.of(Kind.INPUT, SealedReader.class, "sealed-unreadable").because(e);
    }

    @Override
    public void close() {
        key.close();
        close(source);
    }

    private static void close(Ciphertext source) {
        try {
            source.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
