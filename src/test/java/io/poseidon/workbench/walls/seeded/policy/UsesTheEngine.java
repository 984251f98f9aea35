package io.poseidon.workbench.walls.seeded.policy;

import io.poseidon.workbench.walls.seeded.bundle.UsesEverything;

/// A violation of the map, for the walls' own test.
final class UsesTheEngine {
    UsesEverything reached = new UsesEverything();
}
