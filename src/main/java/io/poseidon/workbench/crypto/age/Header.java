package io.poseidon.workbench.crypto.age;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The textual part of an age file, up to the line that authenticates it.
///
/// @param stanzas one for each recipient
/// @param authenticated the bytes the MAC covers
/// @param mac HMAC-SHA-256 under a key derived from the file key
/// @param length of the whole header in bytes, its last line included
public record Header(List<Stanza> stanzas, byte[] authenticated, byte[] mac, int length) {

    static final String VERSION = "age-encryption.org/v1";
    /// The type that may not share a header with any other stanza.
    public static final String PASSPHRASE = "scrypt";

    static final String FOOTER = "---";
    static final int MAC_LENGTH = 32;

    public Header {
        stanzas = List.copyOf(stanzas);
    }

    /// A fresh header for a file key, ready to be written.
    static byte[] write(FileKey key, List<? extends KeyWrapper> recipients) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii(VERSION + "\n"));
        recipients.forEach(recipient -> recipient.wrap(key).writeTo(out));
        out.writeBytes(ascii(FOOTER));
        var mac = key.mac(out.toByteArray());
        out.writeBytes(ascii(" " + Unpadded.encode(mac) + "\n"));
        return out.toByteArray();
    }

    /// The file key, from the first stanza that one of the identities opens. The MAC has been checked.
    FileKey unwrap(List<? extends KeyUnwrapper> identities) {
        for (var identity : identities) {
            for (var stanza : stanzas) {
                var key = identity.unwrap(stanza);
                if (key.isPresent()) {
                    return checked(key.get());
                }
            }
        }
        throw AgeProblem.noMatch();
    }

    private FileKey checked(FileKey key) {
        if (key.matches(authenticated, mac)) {
            return key;
        }
        key.close();
        throw AgeProblem.headerChanged();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
