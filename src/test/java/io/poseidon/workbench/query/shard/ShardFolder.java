package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.query.rows.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/// A folder with made-up rows and their policy, as a person would open it. In Jeju hardly anybody lives; the budget
/// covers five questions for people alone.
public final class ShardFolder {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);

    private static final String POLICY = """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions:
              region: {type: text, values: [Seoul, Busan, Jeju], static: true}
              month: {type: integer, values: [7, 8, 9]}
            measures: {amount: {min: 0, max: 1000}}
            aggregates: [count, count_distinct_identity, sum, avg]
            literals: [region, month]
            minimumCohort: 20
            maximumGroupsPerContributor: 3
            maximumRowsPerContributorAndGroup: 4
            joins: [{with: my_customers, on: user_id}]
          my_customers: {kind: own, columns: {user_id: text, segment: text}}
        budget: {rho: 0.5, perNumber: 0.1, perQuery: 0.3, allBuyers: 2, delta: 1e-9}
        valid: {from: 2026-10-01, until: 2027-09-30}
        purpose: [research]
        """;

    private ShardFolder() {}

    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        var random = new Random(5);
        var rows = new StringBuilder("user_id,region,month,amount\n");
        for (int person = 0; person < 600; person++) {
            var region = person < 4 ? "Jeju" : person % 3 == 0 ? "Busan" : "Seoul";
            for (int visit = 0; visit < 3; visit++) {
                rows.append("u%d,%s,%d,%d%n".formatted(person, region, 7 + visit, random.nextInt(1000)));
            }
        }
        Files.writeString(folder.resolve("txn.csv"), rows);
        return folder;
    }

    public static ShardSeat seat() {
        return new ShardSeat("local", new Timing(CLOCK, Duration.ofMillis(1)), KeyNotary::shard);
    }
}
