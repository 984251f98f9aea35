package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.tree.Query;

/// What a query gives, and the query itself with every question over people replaced by its released table.
public record Reviewed(Relation relation, Query query) {}
