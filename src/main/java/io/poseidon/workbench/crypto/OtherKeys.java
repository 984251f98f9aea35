package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
    static void refuse(byte[] text, Path file) {
        for (int at = 0; at < text.length; at++) {
            if (at == 0 || text[at - 1] == NEWLINE) {
                refuseLine(text, at, file);
            }
        }
    }

    /// A key typed where the name of a file with the key belongs; a secret one is not repeated.
    static void refuseTyped(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("age-secret-key-")) {
            throw Problem.of(Kind.INPUT, IdentityFile.class, "identity-typed");
        }
        if (name.matches("age1[a-z0-9]{50,}")) {
            throw Problem.of(Kind.LOCKED, IdentityFile.class, "recipient-typed");
        }
    }

    private static void refuseLine(byte[] text, int at, Path file) {
        for (var other : List.of(values())) {
            if (other.beginsAt(text, at)) {
                throw Problem.of(Kind.LOCKED, IdentityFile.class, other.code, file);
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
