package io.poseidon.workbench.sealing;

import io.poseidon.workbench.crypto.Recipient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What one sealing is asked to do: which specification and input, which version for whom from when, and where to.
/// `report` is the publisher's validation report, written when the input is read, which is once per edition.
public record SealRequest(
        Path spec, Path input, String version, List<Recipient> recipients, LocalDate from, Path out, Path report) {
    public SealRequest {
        recipients = List.copyOf(recipients);
    }
}
