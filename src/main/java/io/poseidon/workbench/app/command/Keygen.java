package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.PassphraseOption;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a buyer's identity or a signer's key pair.
@Command(
        name = "keygen",
        description = "Makes an identity and prints its recipient; with --signer a pair of signing keys.")
public final class Keygen implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where to write; never replaces a file")
    private Path out;

    @Option(names = "--passphrase", description = "wrap the identity by a passphrase")
    private boolean wrap;

    @Mixin
    private PassphraseOption passphrase;

    @Option(names = "--pq", description = "post-quantum: ML-KEM-768 together with X25519")
    private boolean postQuantum;

    @Option(names = "--signer", description = "make NAME.key and NAME.pub (Ed25519) instead")
    private boolean signer;

    @Override
    public Integer call() {
        boolean wrapped = wrap || passphrase.isGiven();
        if (signer && (wrapped || postQuantum)) {
            throw Problem.of(Kind.USAGE, Main.class, "keygen-signer-options");
        }
        if (signer) {
            makeSigner();
        } else {
            makeIdentity(wrapped);
        }
        return 0;
    }

    private void makeIdentity(boolean wrapped) {
        try (var identity = postQuantum ? Identity.generatePostQuantum() : Identity.generate()) {
            write(identity, wrapped);
            var recipient = identity.recipient().orElseThrow().toString();
            output.document(Output.object().put("recipient", recipient).put("file", out.toString()), recipient);
        }
    }

    private void write(Identity identity, boolean wrapped) {
        if (!wrapped) {
            IdentityFile.write(out, identity, Optional.empty());
            return;
        }
        try (Passphrase secret = passphrase.askNew("New passphrase: ")) {
            IdentityFile.write(out, identity, Optional.of(secret));
        }
    }

    private void makeSigner() {
        var secret = out.resolveSibling(out.getFileName() + ".key");
        var open = out.resolveSibling(out.getFileName() + ".pub");
        SecretFile.requireAbsent(secret, open);
        try (var key = SigningKey.generate()) {
            key.write(secret);
            key.verifyingKey().write(open);
            var keyId = key.verifyingKey().keyId().hex();
            var document = Output.object()
                    .put("keyId", keyId)
                    .put("secret", secret.toString())
                    .put("public", open.toString());
            output.document(document, keyId);
        }
    }
}
