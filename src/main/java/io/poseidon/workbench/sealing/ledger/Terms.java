package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the first seal of an edition freezes: the rho of every version, a digest of everything else that shapes the
/// cells, and a digest of the input file. `cost` is what the population pays: the rho of the best version.
public record Terms(EditionId edition, Rational cost, Map<String, Rational> versions, Digest shape, Digest input) {
    public Terms {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }
}
