package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What people give in place of the PEM block that was asked for, told by first words only, so that no secret is
/// repeated: the other half of a signer's key, a certificate, an identity, a recipient.
enum OtherBlock {
    PRIVATE("-----BEGIN PRIVATE KEY-----", "pem-is-private-key"),
    PUBLIC("-----BEGIN PUBLIC KEY-----", "pem-is-public-key"),
    CERTIFICATE("-----BEGIN CERTIFICATE-----", "pem-is-certificate"),
    IDENTITY("AGE-SECRET-KEY-", "pem-is-identity"),
    RECIPIENT("age1", "pem-is-recipient");

    private final String beginning;
    private final String code;

    OtherBlock(String beginning, String code) {
        this.beginning = beginning;
        this.code = code;
    }

    /// The problem of a file without the block it should hold.
    static Problem of(String label, byte[] pem, Path file) {
        var code = Stream.of(values())
                .filter(other -> !other.beginning.contains(" " + label + "-"))
                .filter(other -> Pem.find(Pem.ascii(other.beginning), pem, 0) >= 0)
                .map(other -> other.code)
                .findFirst()
                .orElse("pem-malformed");
        return Problem.of(Kind.INPUT, Pem.class, code, label, file);
    }
}
