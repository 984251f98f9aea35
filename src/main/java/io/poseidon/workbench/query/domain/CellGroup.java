package io.poseidon.workbench.query.domain;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One group of a question: the values of its expressions and the declared cells that make it.
public record CellGroup(List<Optional<Object>> key, BitSet cells) {
    public CellGroup {
        key = List.copyOf(key);
        cells = (BitSet) cells.clone();
    }

    @Override
    public BitSet cells() {
        return (BitSet) cells.clone();
    }
}
