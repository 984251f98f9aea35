package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.crypto.Digest;

/// One encrypted table: sizes in bytes and digests of the age file and of the Arrow IPC stream inside it.
public record Part(String table, long rows, long sealedSize, Digest sealed, long plainSize, Digest plain) {

    /// The entry of the container that holds it.
    public String entry() {
        return entry(table);
    }

    public static String entry(String table) {
        return "parts/" + table + ".arrows.age";
    }
}
