package io.poseidon.workbench.policy.ledger;

import java.util.BitSet;
import java.util.List;

/// A group about uploaded people whose numbers went out: which declared cells, of the people of which lists. A list is
/// named by its fingerprint; the lists of one set have nobody in common.
public record ListedSet(List<Part> parts) {
    public ListedSet {
        parts = List.copyOf(parts);
    }

    /// The people of one list in these cells.
    public record Part(String list, BitSet cells) {
        public Part {
            cells = (BitSet) cells.clone();
        }

        @Override
        public BitSet cells() {
            return (BitSet) cells.clone();
        }
    }
}
