package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--trust PEM` and `--at INSTANT`: whom to believe, and when. For `@Mixin` in every command that opens something.
public final class VerifierOption {

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "trust this signer's public key, and no other (default: the folder of trusted signers)")
    private List<Path> trust = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "judge the licence's days at this moment, as in 2026-11-30T12:00:00Z (default: now)")
    private Instant at;

    public Verifier verifier() {
        return new Verifier(trust(), at());
    }

    public boolean isTrustGiven() {
        return !trust.isEmpty();
    }

    public Trust trust() {
        return trust.isEmpty() ? Trust.inFolder(Trust.userFolder(System.getenv())) : Trust.of(trust);
    }

    public Instant at() {
        return Optional.ofNullable(at).orElseGet(Instant::now);
    }
}
