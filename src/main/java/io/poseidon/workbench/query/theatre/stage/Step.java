package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.query.theatre.stage.Shard.Heard;

/// One question of an attack and what came back.
public record Step(String sql, Heard heard) {}
