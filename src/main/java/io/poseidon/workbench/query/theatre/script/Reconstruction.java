package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// Asks for the counts of many random halves of the cells and solves for all secrets at once (Dinur and Nissim 2003),
/// by least squares with the prior of half, which is the best linear estimate under noise and under none.
public record Reconstruction() implements Attack {

    private static final int QUESTIONS = 100;
    private static final long SEED = 14;
    /// A number that is rounded to five lies this far off, as a standard deviation.
    private static final double ROUNDED = 1.44;

    @Override
    public String id() {
        return "reconstruction";
    }

    @Override
    public String source() {
        return "A14";
    }

    @Override
    public Cast cast() {
        return Cast.CROWD;
    }

    @Override
    public List<Weakness> against() {
        return List.of(Weakness.COHORT_ALONE, Weakness.ROUNDED);
    }

    /// A world takes many questions.
    @Override
    public int worlds(int wanted) {
        return Math.max(1, wanted / 4);
    }

    @Override
    public List<Trial> play(World world, Shard shard, Optional<Insider> insider) {
        int size = world.targets().size();
        var random = new Random(SEED);
        var steps = new ArrayList<Step>();
        var halves = new ArrayList<boolean[]>();
        for (int i = 0; i < QUESTIONS; i++) {
            var half = half(size, random);
            var sql = question(world, half);
            steps.add(new Step(sql, shard.ask("org", sql)));
            halves.add(half);
        }
        var secrets = solve(size, halves, steps);
        return world.targets().stream()
                .map(target -> new Trial(steps, secrets[target.number()] >= 0.5, target.secret()))
                .toList();
    }

    private static boolean[] half(int size, Random random) {
        var half = new boolean[size];
        for (int i = 0; i < size; i++) {
            half[i] = random.nextBoolean();
        }
        return half;
    }

    private static String question(World world, boolean[] half) {
        var cells = world.targets().stream()
                .filter(target -> half[target.number()])
                .map(target -> "region = '" + target.region() + "' AND month = " + target.month())
                .collect(Collectors.joining(" OR "));
        return "SELECT COUNT(DISTINCT user_id) FROM txn WHERE age_band = '70+' AND category = 'jewelry' AND ("
                + (cells.isEmpty() ? "false" : cells) + ")";
    }

    /// Mean of each secret given the answers: (AᵀA/σ² + 4)⁻¹(Aᵀb/σ²) around one half.
    private static double[] solve(int size, List<boolean[]> halves, List<Step> steps) {
        var matrix = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 4;
        }
        for (int q = 0; q < steps.size(); q++) {
            if (steps.get(q).heard().reply() instanceof Told told
                    && !told.lines().isEmpty()) {
                add(matrix, halves.get(q), told);
            }
        }
        var solved = Gauss.solve(matrix);
        return Arrays.stream(solved).map(deviation -> deviation + 0.5).toArray();
    }

    private static void add(double[][] matrix, boolean[] half, Told told) {
        int members = 0;
        for (boolean member : half) {
            members += member ? 1 : 0;
        }
        double sigma = Math.max(told.sigma(), ROUNDED);
        double rest = total(told) - members * (Cast.CROWD.companions() + 0.5);
        for (int i = 0; i < half.length; i++) {
            for (int j = 0; j < half.length; j++) {
                matrix[i][j] += half[i] && half[j] ? 1 / (sigma * sigma) : 0;
            }
            matrix[i][half.length] += half[i] ? rest / (sigma * sigma) : 0;
        }
    }

    private static double total(Told told) {
        return told.lines().getFirst().number();
    }
}
