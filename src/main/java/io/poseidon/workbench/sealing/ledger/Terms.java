package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the first seal of an edition freezes: the rho of every version, a digest of everything else that shapes the
/// cells, and a digest of the input file. `cost` is what the population pays: the rho of the best version. `cut` says
/// what of the shape later editions are held against.
public record Terms(
        EditionId edition, Rational cost, Map<String, Rational> versions, Digest shape, Digest input, Cut cut) {
    public Terms {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    public Terms(EditionId edition, Rational cost, Map<String, Rational> versions, Digest shape, Digest input) {
        this(edition, cost, versions, shape, input, Cut.UNKNOWN);
    }

    public Terms with(Cut known) {
        return new Terms(edition, cost, versions, shape, input, known);
    }

    /// The cut follows from the shape, and older charges do not have it.
    boolean isSame(Terms other) {
        return with(Cut.UNKNOWN).equals(other.with(Cut.UNKNOWN));
    }
}
