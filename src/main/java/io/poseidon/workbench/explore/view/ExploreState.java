package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.explore.CellTable;
import io.poseidon.workbench.model.Problem;

/// What the explore screen has to show.
public sealed interface ExploreState {

    record NoPurchase() implements ExploreState {}

    record Loading() implements ExploreState {}

    record Loaded(CellTable table) implements ExploreState {}

    record Failed(Problem problem) implements ExploreState {}
}
