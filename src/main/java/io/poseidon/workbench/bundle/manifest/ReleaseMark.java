package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.crypto.Digest;

/// Where the release ledger stood when this edition was charged: entry number, and the digest that chains all before.
public record ReleaseMark(long sequence, Digest head) {}
