package io.poseidon.workbench.query.evidence.digest;

import io.poseidon.workbench.model.OwnerOnly;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Sorted runs of digests in one temporary file, which goes with this. The digest of a row could be found by
/// trying rows, so what is on disk is encrypted (AES-CTR, the run's number as nonce) under a key that is in memory
/// alone. One thread.
final class DigestSpill implements AutoCloseable {

    private static final int SIZE = 32;
    private static final int BLOCK = 2048 * SIZE;

    private final FileChannel channel;
    private final SecretKeySpec key;
    private final List<Long> starts = new ArrayList<>();

    /// Closes the channel with itself.
    DigestSpill(FileChannel channel) {
        this.channel = channel;
        var secret = new byte[SIZE];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "AES");
    }

    static DigestSpill create() {
        try {
            var file = Files.createTempFile(
                    "poseidon", ".digests", OwnerOnly.of(Path.of("").toAbsolutePath()));
            return new DigestSpill(FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw noSpace(e);
        }
    }

    /// A run in ascending order.
    void add(List<byte[]> sorted) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, starts.size());
            long at = channel.size();
            starts.add(at);
            var block = ByteBuffer.allocate(BLOCK);
            for (var digest : sorted) {
                block.put(digest);
                if (!block.hasRemaining()) {
                    at = write(cipher, block, at);
                }
            }
            write(cipher, block, at);
        } catch (IOException e) {
            throw noSpace(e);
        }
    }

    private long write(Cipher cipher, ByteBuffer block, long at) throws IOException {
        var sealed = cipher.update(block.array(), 0, block.position());
        block.clear();
        var rest = ByteBuffer.wrap(sealed == null ? new byte[0] : sealed);
        long to = at;
        while (rest.hasRemaining()) {
            to += channel.write(rest, to);
        }
        return to;
    }

    /// All runs together in ascending order.
    void merge(Consumer<byte[]> each) {
        try {
            var runs = new PriorityQueue<Run>((one, other) -> Arrays.compareUnsigned(one.head, other.head));
            for (int i = 0; i < starts.size(); i++) {
                var run = new Run(i);
                if (run.advance()) {
                    runs.add(run);
                }
            }
            while (!runs.isEmpty()) {
                var least = runs.remove();
                each.accept(least.head);
                if (least.advance()) {
                    runs.add(least);
                }
            }
        } catch (IOException e) {
            throw noSpace(e);
        }
    }

    /// A reader of one run, a block at a time.
    private final class Run {

        private final Cipher cipher;
        private final long end;
        private long at;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private byte[] head = new byte[SIZE];

        Run(int number) throws IOException {
            this.cipher = cipher(Cipher.DECRYPT_MODE, number);
            this.at = starts.get(number);
            this.end = number + 1 < starts.size() ? starts.get(number + 1) : channel.size();
        }

        /// False at the end.
        boolean advance() throws IOException {
            if (!block.hasRemaining() && !refill()) {
                return false;
            }
            head = new byte[SIZE];
            block.get(head);
            return true;
        }

        private boolean refill() throws IOException {
            var sealed = ByteBuffer.allocate((int) Math.min(BLOCK, end - at));
            while (sealed.hasRemaining()) {
                int read = channel.read(sealed, at);
                if (read < 0) {
                    throw new IOException("the temporary file was cut short");
                }
                at += read;
            }
            var open = cipher.update(sealed.array());
            block = ByteBuffer.wrap(open == null ? new byte[0] : open);
            return block.hasRemaining();
        }
    }

    private Cipher cipher(int mode, int run) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            var nonce = ByteBuffer.allocate(16).putInt(run).array();
            cipher.init(mode, key, new IvParameterSpec(nonce));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in counter mode", e);
        }
    }

    private static Problem noSpace(IOException e) {
        return Problem.of(Kind.SURROUNDINGS, DigestSpill.class, "no-space").because(e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw noSpace(e);
        }
    }
}
