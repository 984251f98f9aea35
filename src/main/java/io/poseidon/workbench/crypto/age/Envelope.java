package io.poseidon.workbench.crypto.age;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/// What stands before the chunks of a file: header and payload nonce, and with them the key of the chunks.
public final class Envelope {

    /// @param head header and payload nonce, as they are to stand in the file
    /// @param key of the payload; the caller closes it
    public record Sealed(byte[] head, PayloadKey key) {}

    /// @param length of header and nonce: where the first chunk begins
    /// @param key of the payload; the caller closes it
    public record Opened(int length, PayloadKey key) {}

    private Envelope() {}

    /// A fresh file key, wrapped for every recipient. Refuses recipients that may not stand together.
    public static Sealed seal(List<? extends KeyWrapper> recipients) {
        requireCompatible(recipients);
        try (var fileKey = FileKey.generate()) {
            var header = Header.write(fileKey, recipients);
            var nonce = Primitives.random(PayloadKey.NONCE);
            var head = Arrays.copyOf(header, header.length + nonce.length);
            System.arraycopy(nonce, 0, head, header.length, nonce.length);
            return new Sealed(head, fileKey.payloadKey(nonce));
        }
    }

    /// Reads up to the first chunk and no further. The header is authenticated when this returns.
    public static Opened open(InputStream in, List<? extends KeyUnwrapper> identities) throws IOException {
        var header = HeaderParser.parse(in);
        try (var fileKey = header.unwrap(identities)) {
            var nonce = in.readNBytes(PayloadKey.NONCE);
            if (nonce.length < PayloadKey.NONCE) {
                throw AgeProblem.header("it ends before the payload");
            }
            return new Opened(header.length() + nonce.length, fileKey.payloadKey(nonce));
        }
    }

    private static void requireCompatible(List<? extends KeyWrapper> recipients) {
        if (recipients.isEmpty()) {
            throw AgeProblem.noRecipient();
        }
        boolean oneKind = recipients.stream().map(KeyWrapper::type).distinct().count() == 1;
        boolean passphrase = recipients.getFirst().type().equals(Header.PASSPHRASE);
        if (!oneKind || passphrase && recipients.size() > 1) {
            throw AgeProblem.mixed();
        }
    }
}
