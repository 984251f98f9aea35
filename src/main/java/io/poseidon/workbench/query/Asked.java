package io.poseidon.workbench.query;

import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.Map;

/// What ran for a result: the regenerated text, what goes along with every export of it, and what is known of its
/// noise.
record Asked(String sql, Map<String, String> metadata, IntervalPlan plan) {}
