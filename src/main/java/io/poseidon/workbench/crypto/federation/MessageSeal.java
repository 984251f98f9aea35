package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Messages between members over a relay that is trusted with nothing: signed by the sender, then sealed to the
/// addressee as a small age file.
///
/// The **header** of a message travels in the clear beside it and is signed with it. It must name federation, run,
/// round, phase, sender, addressee and sequence, in one spelling that both sides can rebuild (canonical JSON, say):
/// that is what keeps a message from being replayed, redirected or reordered. The signature is Ed25519 over
/// `poseidon-message-v1 \0`, the length of the header (8 bytes, big endian), the header, and the payload's SHA-256.
public final class MessageSeal {

    private static final byte[] LABEL = "poseidon-message-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE = 64;

    private MessageSeal() {}

    /// Only `to` can open it, and `to` will know that `from` wrote it under exactly this header.
    public static byte[] seal(byte[] header, byte[] payload, Member from, MemberCard to) {
        var signature = from.signing().sign(statement(header, payload));
        var out = new ByteArrayOutputStream(payload.length + 512);
        try (var writer = SealingWriter.to(out, List.of(to.sealing()))) {
            writer.write(signature);
            writer.write(payload);
            writer.finish();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /// The payload, when it was sealed to `to` and `from` signed it under exactly this header; otherwise a problem of
    /// kind `REMOTE`.
    public static byte[] open(byte[] header, byte[] sealed, MemberCard from, Member to) {
        var message = unsealed(sealed, to.sealing());
        if (message.length < SIGNATURE) {
            throw refused();
        }
        var signature = Arrays.copyOf(message, SIGNATURE);
        var payload = Arrays.copyOfRange(message, SIGNATURE, message.length);
        if (!from.signing().verifies(statement(header, payload), signature)) {
            throw refused();
        }
        return payload;
    }

    private static byte[] unsealed(byte[] sealed, Identity identity) {
        try (var reader = SealedReader.open(sealed, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            return in.readAllBytes();
        } catch (IOException | Problem e) {
            throw refused().because(e);
        }
    }

    private static byte[] statement(byte[] header, byte[] payload) {
        return ByteBuffer.allocate(LABEL.length + Long.BYTES + header.length + 32)
                .put(LABEL)
                .putLong(header.length)
                .put(header)
                .put(Digest.of(payload).bytes())
                .array();
    }

    private static Problem refused() {
        return Problem.of(Kind.REMOTE, MessageSeal.class, "message-not-authentic");
    }
}
