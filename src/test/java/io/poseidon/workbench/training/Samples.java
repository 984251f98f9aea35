package io.poseidon.workbench.training;

import io.poseidon.workbench.Shared;
import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import io.poseidon.workbench.training.shard.ShardTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Plans, terms and rows for tests of training.
public final class Samples {

    public static final String BUYER = "SHA256:buyer";

    private Samples() {}

    public static final String PLAN = """
        plan: 1
        contributor: user
        task: binary-classification
        label: {column: overdue, positive: "1"}
        features: {numeric: [age, income], categorical: {region: null}}
        model: {kind: logistic}
        strategy: {kind: fedavg, localEpochs: 2, batch: 32, learningRate: 0.1}
        rounds: 6
        quorum: {shards: 3, fraction: 0.5, roundTimeoutSeconds: 20}
        privacy: {secureAggregation: false}
        evaluation: {holdout: 0.2}
        seed: 7
        """;

    public static Plan plan() {
        return Plan.parse("plan", PLAN);
    }

    public static ShardTerms terms() {
        return new ShardTerms(
                "user",
                Set.of("overdue"),
                Set.of("age", "income", "region"),
                Set.of("logistic", "mlp"),
                50,
                3,
                20,
                Set.of(BUYER),
                Optional.empty(),
                Optional.empty());
    }

    public static List<LocalShard> shards(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> shard("shard" + i, terms(), 400, i))
                .toList();
    }

    public static LocalShard shard(String name, ShardTerms terms, int rows, long seed) {
        return new LocalShard(new ShardName(name), terms, _ -> Optional.of(rows(rows, seed)), InstantSource.system());
    }

    /// People whose risk falls with income and age and differs by region.
    public static Rows rows(int count, long seed) {
        var random = new SplittableRandom(seed + 100);
        var users = new String[count];
        var regions = new String[count];
        var labels = new String[count];
        var ages = new double[count];
        var incomes = new double[count];
        for (int i = 0; i < count; i++) {
            users[i] = seed + "-" + i;
            regions[i] = List.of("Seoul", "Busan", "Daegu").get(random.nextInt(3));
            ages[i] = 20 + random.nextInt(50);
            incomes[i] = 3_000_000 * Math.exp(0.5 * random.nextGaussian());
            double risk = 1.5 - incomes[i] / 2e6 - (ages[i] - 45) / 20 + (regions[i].equals("Busan") ? 1 : 0);
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-risk)) ? "1" : "0";
        }
        return new Rows(
                count,
                Map.of("age", ages, "income", incomes),
                Map.of("user", users, "region", regions, "overdue", labels));
    }

    public static final String CREDIT_PLAN = """
        plan: 1
        contributor: ID
        task: binary-classification
        label: {column: Default, positive: "1"}
        features:
          numeric: [LIMIT_BAL, AGE, BILL_AMT1, BILL_AMT2, BILL_AMT3, BILL_AMT4, BILL_AMT5, BILL_AMT6,
                    PAY_AMT1, PAY_AMT2, PAY_AMT3, PAY_AMT4, PAY_AMT5, PAY_AMT6]
          categorical: {SEX: ["1", "2"], EDUCATION: null, MARRIAGE: null, PAY_0: null, PAY_2: null,
                        PAY_3: null, PAY_4: null, PAY_5: null, PAY_6: null}
        model: {kind: logistic}
        strategy: {kind: fedavg, localEpochs: 5, batch: 64, learningRate: 0.05}
        rounds: 20
        quorum: {shards: 3, fraction: 0.7, roundTimeoutSeconds: 60}
        privacy: {secureAggregation: false}
        evaluation: {holdout: 0.2}
        seed: 7
        """;

    /// The published credit-default rows whose number leaves one of the remainders.
    public static Rows credit(int modulus, Set<Integer> remainders) {
        try {
            var all = Files.readAllLines(Shared.path("data/credit-default.csv"));
            var header = all.getFirst().split(",", -1);
            var rows = IntStream.range(1, all.size())
                    .filter(i -> remainders.contains(i % modulus))
                    .mapToObj(i -> all.get(i).split(",", -1))
                    .toList();
            return columns(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rows columns(String[] header, List<String[]> rows) {
        var numbers = new LinkedHashMap<String, double[]>();
        var texts = new LinkedHashMap<String, String[]>();
        for (int i = 0; i < header.length; i++) {
            int column = i;
            texts.put(header[i], rows.stream().map(row -> row[column]).toArray(String[]::new));
            numbers.put(
                    header[i],
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[column]))
                            .toArray());
        }
        return new Rows(rows.size(), numbers, texts);
    }

    public static ShardTerms creditTerms() {
        return new ShardTerms(
                "ID",
                Set.of("Default"),
                Set.copyOf(Plan.parse("plan", CREDIT_PLAN).features().columns().toList()),
                Set.of("logistic", "mlp"),
                50,
                1,
                20,
                Set.of(BUYER),
                Optional.empty(),
                Optional.empty());
    }
}
