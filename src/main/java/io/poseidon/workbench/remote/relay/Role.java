package io.poseidon.workbench.remote.relay;

/// What a member is at a relay for.
public enum Role {
    /// Asks; is not told to others.
    COORDINATOR,
    /// Answers; coordinators are told its card.
    SHARD;

    byte code() {
        return (byte) ordinal();
    }

    static Role of(byte code) {
        if (code < 0 || code >= values().length) {
            throw new IllegalArgumentException("no such role");
        }
        return values()[code];
    }
}
