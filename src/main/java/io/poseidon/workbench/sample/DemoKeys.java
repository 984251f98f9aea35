package io.poseidon.workbench.sample;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Pem;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Keys that protect nothing: anybody can make them from this source. Their files say so in their first line.
final class DemoKeys {

    private static final String WARNING = "DEMO KEY: anybody has it, it protects nothing. Never use it for real data.";
    private static final String BUYER = "Poseidon Workbench demo buyer";
    private static final String SELLER = "Poseidon Workbench demo seller";

    private DemoKeys() {}

    static void writeBuyer(Path file) {
        try (var buyer = Identity.ofSeed(seed(BUYER))) {
            SecretFile.write(file, IdentityFile.text(buyer, WARNING));
        }
    }

    static void writeSeller(Path secret, Path open) {
        try (var seller = SigningKey.ofSeed(seed(SELLER))) {
            SecretFile.write(secret, commented(Pem.encode("PRIVATE KEY", seller.pkcs8())));
            SecretFile.writePublic(open, commented(seller.verifyingKey().pem()));
        }
    }

    private static byte[] seed(String words) {
        return Digest.of(words.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private static byte[] commented(byte[] pem) {
        var comment = (WARNING + "\n").getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(comment, comment.length + pem.length);
        System.arraycopy(pem, 0, all, comment.length, pem.length);
        return all;
    }
}
