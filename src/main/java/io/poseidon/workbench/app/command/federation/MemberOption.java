package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.crypto.federation.Member;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/// `--tls DIR`: where a member of a federation has its key and certificates.
final class MemberOption {

    @Option(names = "--tls", required = true, paramLabel = "DIR", description = "the member's files, as pki made them")
    private Path folder = Path.of("");

    /// The member of that name, for the caller to close.
    Member read(String name) {
        return Member.read(folder, name, Instant.now());
    }
}
