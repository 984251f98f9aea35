package io.poseidon.workbench.crypto.aead;

/// How sealed bytes can be opened.
public enum Way {
    /// With Poly1305 of our own in whole numbers.
    PAIRS,
    /// With that of the JDK, which some processors have in assembly.
    PLATFORM,
    /// With our own on vectors.
    LANES;

    Aead opening(byte[] key) {
        return switch (this) {
            case PAIRS -> new OwnOpening(key, new BlockPairs());
            case PLATFORM -> PlatformAead.opening(key);
            case LANES -> new OwnOpening(key, new BlockLanes());
        };
    }
}
