package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.query.theatre.Shard.Heard;

/// One question of an attack and what came back.
record Step(String sql, Heard heard) {}
