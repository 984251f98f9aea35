package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `-i IDENTITY`, with the passphrase where the file is wrapped. For `@Mixin` in every command that opens something.
public final class IdentityOption {

    @Option(
            names = {"-i", "--identity"},
            paramLabel = "FILE",
            description = "identity file (AGE-SECRET-KEY-1…), plain or wrapped by a passphrase")
    private Path file;

    @Mixin
    private PassphraseOption passphrase;

    public boolean isGiven() {
        return Optional.ofNullable(file).isPresent();
    }

    /// Empty where no file is named. The caller closes the identities.
    public List<Identity> identities() {
        return isGiven()
                ? IdentityFile.read(file, () -> passphrase.ask("Passphrase of " + file.getFileName() + ": "))
                : List.of();
    }
}
