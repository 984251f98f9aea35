package io.poseidon.workbench.quality;

import java.util.Locale;

/// Quality characteristics by the names of ISO/IEC 25012 (the first four) and ISO/IEC 5259-2 (the last). The names are
/// used, conformance is not claimed: the standards set no pass levels, and these measures are our own.
public enum Dimension {
    COMPLETENESS,
    ACCURACY,
    CONSISTENCY,
    PRECISION,
    REPRESENTATIVENESS;

    /// Lower case, as texts and documents name it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
