package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.query.theatre.stage.Shard.Line;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strongest attacker that differential privacy speaks of: it knows every row of everybody, all but one target's
/// secret, and the noise that is published. It weighs all numbers it was told by their likelihood, each once.
///
/// Questions must group by region within one month, so that a number depends on one target at most.
public final class Insider {

    private final Backstage backstage;
    private final Map<String, Expected> expected = new HashMap<>();

    /// What each line would say on average, if the target had the secret and if not.
    private record Expected(Map<List<String>, Double> with, Map<List<String>, Double> without) {}

    public Insider(Backstage backstage) {
        this.backstage = backstage;
    }

    /// Without a number that depends on the target it knows nothing, and says yes.
    public boolean guess(Target target, List<Step> steps) {
        var told = new LinkedHashMap<String, Told>();
        for (var step : steps) {
            if (step.heard().reply() instanceof Told answer) {
                told.putIfAbsent(step.sql(), answer);
            }
        }
        double evidence = 0;
        for (var entry : told.entrySet()) {
            evidence += evidence(target, entry.getKey(), entry.getValue());
        }
        return evidence >= 0;
    }

    /// Logarithm of the ratio of the likelihoods of a normal density around what would be told in either case.
    private double evidence(Target target, String sql, Told told) {
        var cases = expected.computeIfAbsent(
                sql,
                text -> new Expected(numbers(backstage.linesIf(true, text)), numbers(backstage.linesIf(false, text))));
        double variance = Math.max(told.sigma() * told.sigma(), 1e-6);
        double evidence = 0;
        for (var line : told.lines()) {
            if (line.names().contains(target.region())) {
                double yes = cases.with().getOrDefault(line.names(), 0.0);
                double no = cases.without().getOrDefault(line.names(), 0.0);
                evidence += (line.number() - (yes + no) / 2) * (yes - no) / variance;
            }
        }
        return evidence;
    }

    private static Map<List<String>, Double> numbers(List<Line> lines) {
        var numbers = new HashMap<List<String>, Double>();
        lines.forEach(line -> numbers.put(line.names(), line.number()));
        return numbers;
    }
}
