package io.poseidon.workbench.query.result;

import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.Map;

/// What ran for a result: the regenerated text, what goes along with every export of it, what is known of its noise,
/// and by which pass it leaves.
///
/// @param plain what gives the rows again in its session, without what is beside them
public record Asked(String sql, String plain, Map<String, String> metadata, IntervalPlan plan, Pass pass) {}
