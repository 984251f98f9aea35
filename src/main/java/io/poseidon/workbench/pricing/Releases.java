package io.poseidon.workbench.pricing;

/// How the noise of several versions of one edition hangs together, which decides what a price curve must fulfil.
public enum Releases {
    /// Each purchase has noise of its own: averaging adds precision, so prices must be subadditive.
    INDEPENDENT,
    /// A lower version is a better one plus noise: several tell no more than the best, so rising prices are enough.
    NESTED
}
