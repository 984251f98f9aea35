package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.policy.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Made-up rows of people, the same for the same seed. There is a target for every region and month; half of them,
/// drawn by lot, have the secret, so that a guess that ignores every answer is right half of the time.
public record World(Cast cast, List<Row> rows, List<Target> targets) {

    public static final List<String> REGIONS =
            List.of("Seoul", "Busan", "Incheon", "Daegu", "Daejeon", "Gwangju", "Ulsan", "Jeju");
    public static final List<Integer> MONTHS = List.of(7, 8, 9);

    private static final int ELDERS = 70;
    private static final int OTHERS = 20;
    private static final int NOBODY = -1;

    /// One purchase. `owner` is the target it belongs to, or −1; `when` the secret with which it happens, which for
    /// everybody else is always.
    public record Row(
            String person,
            String region,
            String age,
            String category,
            int month,
            long amount,
            int owner,
            boolean when) {
        boolean isTargets() {
            return owner != NOBODY;
        }
    }

    public World {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    public static World of(Cast cast, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        for (var region : REGIONS) {
            for (int i = 0; i < ELDERS; i++) {
                shopping(rows, region + "e" + i, region, "70+", List.of("cafe", "grocery"), random);
            }
            for (int i = 0; i < OTHERS; i++) {
                var age = random.nextBoolean() ? "20-29" : "30-39";
                shopping(rows, region + "o" + i, region, age, List.of("cafe", "grocery", "jewelry"), random);
            }
        }
        var targets = targets(random);
        targets.forEach(target -> cast.enter(rows, target, random));
        return new World(cast, rows, targets);
    }

    private static void shopping(
            List<Row> rows, String person, String region, String age, List<String> categories, Random random) {
        for (int month : MONTHS) {
            categories.forEach(category -> rows.add(always(person, region, age, category, month, amount(random))));
        }
    }

    private static List<Target> targets(Random random) {
        int count = REGIONS.size() * MONTHS.size();
        var lots = new ArrayList<Boolean>();
        for (int i = 0; i < count; i++) {
            lots.add(i % 2 == 0);
        }
        Collections.shuffle(lots, random);
        var targets = new ArrayList<Target>();
        for (int i = 0; i < count; i++) {
            var region = REGIONS.get(i / MONTHS.size());
            targets.add(new Target(i, region, MONTHS.get(i % MONTHS.size()), lots.get(i)));
        }
        return targets;
    }

    public List<Target> targetsOf(int month) {
        return targets.stream().filter(target -> target.month() == month).toList();
    }

    static long amount(Random random) {
        return random.nextLong(300_000, 900_000);
    }

    static Row always(String person, String region, String age, String category, int month, long amount) {
        return new Row(person, region, age, category, month, amount, NOBODY, true);
    }

    /// Whether a purchase was made in this world.
    boolean happened(Row row) {
        return !row.isTargets() || targets.get(row.owner()).secret() == row.when();
    }

    /// What the shard is given: the purchases that were made.
    public Path writeRows(Path folder) {
        var out = new StringBuilder("user_id,region,age_band,category,month,amount\n");
        rows.stream()
                .filter(this::happened)
                .forEach(row -> out.append(line(row)).append('\n'));
        return write(folder.resolve("rows.csv"), out);
    }

    private static String line(Row row) {
        return String.join(
                ",",
                row.person(),
                row.region(),
                row.age(),
                row.category(),
                String.valueOf(row.month()),
                String.valueOf(row.amount()));
    }

    private static Path write(Path file, CharSequence text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rules of the shard. Each target is attacked by an organisation of its own, so the allowance of all buyers
    /// together is wide.
    public static PolicyDocument policy() {
        return PolicyDocument.parse("theatre.yaml", """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [%s], static: true}
                  age_band: {type: text, values: [20-29, 30-39, 70+], static: true}
                  category: {type: text, values: [cafe, grocery, jewelry]}
                  month: {type: integer, values: [7, 8, 9]}
                measures: {amount: {min: 0, max: %d}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region, age_band, category, month]
                minimumCohort: %d
                dominance: {top1: 0.6, top2: 0.8}
                maximumGroupsPerContributor: 12
                maximumRowsPerContributorAndGroup: 9
            budget: {rho: 1.0, perNumber: 0.0125, perQuery: 0.05, allBuyers: 100, delta: 1e-9}
            """.formatted(String.join(", ", REGIONS), Cast.CLAMP, Cast.COHORT));
    }
}
