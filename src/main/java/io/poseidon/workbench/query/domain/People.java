package io.poseidon.workbench.query.domain;

import java.util.List;

/// The uploaded people that a question is about, in the classes that its groups tell apart; nobody stands in two. Known
/// to the asker, whoever of them the holder knows.
public record People(List<List<String>> classes) {
    public People {
        classes = List.copyOf(classes);
    }

    /// How many classes there are.
    public int size() {
        return classes.size();
    }

    @Override
    public String toString() {
        return "People[" + size() + " classes]";
    }
}
