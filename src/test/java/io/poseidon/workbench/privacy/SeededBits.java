package io.poseidon.workbench.privacy;

import java.util.SplittableRandom;

/// Repeatable bits for tests; production code has no generator that takes a seed.
public final class SeededBits implements RandomBits {

    private final SplittableRandom random;

    public SeededBits(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public long nextWord() {
        return random.nextLong();
    }
}
