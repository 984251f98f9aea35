package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up rows of people with their policy, and a holder that answers over them.
final class Shop {

    static final List<String> REGIONS = List.of("Seoul", "Busan", "Jeju");
    static final List<String> AGES = List.of("20-29", "30-39", "70+");
    static final List<String> CATEGORIES = List.of("cafe", "grocery", "jewelry");

    record Row(String person, String region, String age, String category, int month, long amount) {}

    final List<Row> rows = new ArrayList<>();
    String budget = "{rho: 2000, perNumber: 0.5, perQuery: 100, allBuyers: 4000, delta: 1e-9}";
    String extra = "";
    String terms = "";
    int cohort = 20;
    int groups = 27;

    /// `people` persons; hardly anybody of 70+ in Jeju buys jewelry.
    static Shop random(long seed, int people) {
        var shop = new Shop();
        var random = new Random(seed);
        for (int person = 0; person < people; person++) {
            var region = REGIONS.get(Math.min(2, (int) Math.abs(random.nextGaussian() * 1.2)));
            var age = AGES.get(random.nextInt(3));
            int visits = 1 + random.nextInt(5);
            for (int visit = 0; visit < visits; visit++) {
                boolean rare = region.equals("Jeju") && age.equals("70+");
                var category = CATEGORIES.get(rare ? random.nextInt(2) : random.nextInt(3));
                shop.rows.add(new Row(
                        "u" + person, region, age, category, 7 + random.nextInt(3), random.nextLong(1, 50_000)));
            }
        }
        return shop;
    }

    /// The same without the people of a region.
    static Shop lacking(String region, long seed, int people) {
        var shop = random(seed, people);
        shop.rows.removeIf(row -> row.region().equals(region));
        return shop;
    }

    Path data(Path folder) throws IOException {
        var out = new StringBuilder("user_id,region,age_band,category,month,amount\n");
        for (var row : rows) {
            out.append(row.person())
                    .append(',')
                    .append(row.region())
                    .append(',')
                    .append(row.age())
                    .append(',');
            out.append(row.category())
                    .append(',')
                    .append(row.month())
                    .append(',')
                    .append(row.amount())
                    .append('\n');
        }
        return Files.writeString(folder.resolve("rows.csv"), out);
    }

    PolicyDocument policy() {
        return PolicyDocument.parse("shop.yaml", policyText());
    }

    String policyText() {
        return """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [Seoul, Busan, Jeju], static: true}
                  age_band: {type: text, values: [20-29, 30-39, 70+], static: true}
                  category: {type: text, values: [cafe, grocery, jewelry]}
                  month: {type: integer, values: [7, 8, 9]}
                measures: {amount: {min: 0, max: 100000}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region, age_band, category, month]
                minimumCohort: %d
                maximumGroupsPerContributor: %d
                maximumRowsPerContributorAndGroup: 5
            %s
              my_customers: {kind: own, columns: {user_id: text, segment: text, guess: double}}
              my_friends: {kind: own, columns: {user_id: text, circle: text}}
              my_stores: {kind: own, columns: {region: text, format: text, stores: integer, month: text}}
            budget: %s
            %s
            """.formatted(cohort, groups, extra.indent(4).stripTrailing(), budget, terms);
    }

    /// Allows every declared join.
    static Shop joined(long seed, int people) {
        var shop = random(seed, people);
        shop.extra = "joins: [{with: my_customers, on: user_id}, {with: my_friends, on: user_id},"
                + " {with: my_stores, on: region}]";
        return shop;
    }

    RowAnswers open(Engine engine, Path folder) throws IOException {
        return RowAnswers.open(engine, policy(), data(folder), folder.resolve("state"), timing());
    }

    static Timing timing() {
        return new Timing(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC), Duration.ofMillis(1));
    }

    static RowReply ask(RowAnswers answers, String sql) {
        return answers.answer("buyer", sql, Progress.NONE);
    }

    static RowReply ask(RowAnswers answers, String sql, Uploads uploads) {
        return ask(answers, Asking.of("buyer", sql).with(uploads));
    }

    static RowReply ask(RowAnswers answers, Asking asking) {
        return answers.answer(asking, Progress.NONE);
    }

    static RowReply.Answered answered(RowReply reply) {
        return assertInstanceOf(RowReply.Answered.class, reply, () -> String.valueOf(reply));
    }

    static RowReply.Refused refused(RowReply reply) {
        return assertInstanceOf(RowReply.Refused.class, reply, () -> String.valueOf(reply));
    }
}
