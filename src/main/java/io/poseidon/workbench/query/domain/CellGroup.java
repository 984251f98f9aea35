package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.policy.span.CellSet;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One group of a question: the values of its expressions and the declared cells that make it. Where the question is
/// about the people of an uploaded list, cell `c` of their class `v` is bit `v·cells + c`. `own` holds the sums of
/// uploaded columns over these cells, in the order in which the question asks for them: public.
public record CellGroup(List<Optional<Object>> key, CellSet cells, List<Optional<Object>> own) {
    public CellGroup {
        key = List.copyOf(key);
        own = List.copyOf(own);
    }

    public CellGroup(List<Optional<Object>> key, CellSet cells) {
        this(key, cells, List.of());
    }

    /// How many bits there are.
    public int size() {
        return cells.size();
    }

    public IntStream bits() {
        return cells.stream();
    }

    /// The declared cells of one class of people.
    public BitSet cells(int ofClass, int cells) {
        return this.cells.part(ofClass * cells, (ofClass + 1) * cells);
    }
}
