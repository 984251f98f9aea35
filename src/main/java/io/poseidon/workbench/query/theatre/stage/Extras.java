package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.privacy.DiscreteGaussian;
import io.poseidon.workbench.privacy.KeyedBits;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.query.theatre.stage.Shard.Line;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import io.poseidon.workbench.query.theatre.stage.WeakShard.Extra;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The single things that a weak shard does beside the minimum cohort.
public final class Extras {

    private static final int ROUNDING = 5;

    private Extras() {}

    public static Extra nothing() {
        return exact(UnaryOperator.identity());
    }

    public static Extra rounding() {
        return exact(lines -> lines.stream()
                .map(line -> new Line(line.names(), (double) Math.round(line.number() / ROUNDING) * ROUNDING))
                .toList());
    }

    private static Extra exact(UnaryOperator<List<Line>> change) {
        return new Extra() {
            @Override
            public Optional<String> refuses(String asker, Select question, List<Line> answer) {
                return Optional.empty();
            }

            @Override
            public Told told(Select question, List<Line> exact) {
                return new Told(change.apply(exact), 0, 0);
            }
        };
    }

    /// Refuses by the number of people in whom two questions of the same asker differ.
    public static Extra pairs(Backstage backstage) {
        Map<String, List<String>> asked = new HashMap<>();
        return new Extra() {
            @Override
            public Optional<String> refuses(String asker, Select question, List<Line> answer) {
                var where = question.where().map(Sql::of).orElse("true");
                var earlier = asked.computeIfAbsent(asker, ignored -> new ArrayList<>());
                boolean close = earlier.stream().anyMatch(other -> differInFew(backstage, where, other));
                earlier.add(where);
                return close ? Optional.of("PAIR") : Optional.empty();
            }

            @Override
            public Told told(Select question, List<Line> exact) {
                return new Told(exact, 0, 0);
            }
        };
    }

    private static boolean differInFew(Backstage backstage, String one, String other) {
        var people = backstage
                .lines("SELECT count(DISTINCT user_id) FROM txn WHERE (" + one + ") <> (" + other + ")")
                .getFirst()
                .number();
        return people > 0 && people < Cast.COHORT;
    }

    /// Noise as large as that of the real shard for one group, drawn anew for every answer; the same seed, the same
    /// performance.
    public static Extra noise(long seed) {
        var key = ByteBuffer.allocate(16).putLong(seed).array();
        var bits = KeyedBits.of(key, List.of());
        var rho = World.policy().budget().orElseThrow().perNumber();
        return new Extra() {
            @Override
            public Optional<String> refuses(String asker, Select question, List<Line> answer) {
                return Optional.empty();
            }

            @Override
            public Told told(Select question, List<Line> exact) {
                var variance = Zcdp.variance(Rational.of(largest(question)).times(Rational.of(largest(question))), rho);
                var noisy = exact.stream()
                        .map(line -> new Line(line.names(), line.number() + DiscreteGaussian.sample(variance, bits)))
                        .toList();
                return new Told(noisy, Math.sqrt(variance.toDouble()), 0);
            }
        };
    }

    /// What one person adds to the last number at most.
    private static long largest(Select question) {
        boolean sum =
                question.columns().getLast() instanceof Call call && call.name().equals("sum");
        return sum ? Cast.CLAMP : 1;
    }
}
