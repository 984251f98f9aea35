package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What people give in place of an identity, told by its first characters: keys and certificates in PEM, an SSH key, a
/// recipient. Looks at nothing further, so that no secret is repeated.
enum OtherKeys {
    SIGNER("-----BEGIN PRIVATE KEY-----", "identity-is-signer-key"),
    SSH("-----BEGIN OPENSSH PRIVATE KEY-----", "identity-is-ssh-key"),
    PEM("-----BEGIN ", "identity-is-pem"),
    RECIPIENT("age1", "identity-is-recipient");

    private static final int NEWLINE = '\n';

    private final byte[] beginning;
    private final String code;

    OtherKeys(String beginning, String code) {
        this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
        this.code = code;
    }

    /// Cannot be unlocked with, and says what the text is instead; passes whatever it does not know.
    static void refuse(byte[] text) {
        for (int at = 0; at < text.length; at++) {
            if (at == 0 || text[at - 1] == NEWLINE) {
                refuseLine(text, at);
            }
        }
    }

    private static void refuseLine(byte[] text, int at) {
        for (var other : List.of(values())) {
            if (other.beginsAt(text, at)) {
                throw Problem.of(Kind.LOCKED, IdentityFile.class, other.code);
            }
        }
    }

    private boolean beginsAt(byte[] text, int at) {
        if (at + beginning.length > text.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (text[at + i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
