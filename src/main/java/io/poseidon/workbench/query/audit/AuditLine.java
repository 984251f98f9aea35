package io.poseidon.workbench.query.audit;

import java.time.Instant;

/// A line of the log. `digest` is the SHA-256 of its bytes, which the next line names as its `previous`.
public record AuditLine(long sequence, String previous, Instant time, AuditEntry entry, String digest) {}
