package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.audit.AuditEntry.Brought;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Corrected;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Declared;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.audit.AuditEntry.Left;
import io.poseidon.workbench.query.audit.AuditEntry.Outcome;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditEntry.Text;
import io.poseidon.workbench.query.upload.JoinFacts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Lines of every kind with everything that may stand in them, from a seed.
public final class Entries {

    private static final List<String> TEXTS =
            List.of("select 1", "-- 한글 😀\nselect \"a\tb\" from t", "\u0000\u001f\"\\", "", "x".repeat(300_000));

    private Entries() {}

    static List<AuditEntry> random(long seed, int count) {
        var random = new Random(seed);
        var entries = new ArrayList<AuditEntry>();
        for (int i = 0; i < count; i++) {
            entries.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Left(random.nextInt(9), Exit.values()[random.nextInt(5)], "csv", hex(random), 3);
                        case 1 -> charged(random);
                        case 2 -> new Corrected(random.nextInt(9), "query-failed");
                        default -> decided(random);
                    });
        }
        return entries;
    }

    public static Decided decided(String sql) {
        return new Decided(
                Place.QUERY,
                "card-spend-2026q3 gold",
                "p",
                Text.of(sql),
                Circumstances.NONE,
                Optional.of(sql),
                Outcome.ANSWERED,
                "allow",
                List.of(),
                "",
                Optional.empty(),
                2,
                Duration.ofMillis(7),
                Optional.empty());
    }

    private static Decided decided(Random random) {
        return new Decided(
                Place.values()[random.nextInt(4)],
                "dataset",
                hex(random),
                Text.of(TEXTS.get(random.nextInt(random.nextInt(10) == 0 ? 5 : 4))),
                circumstances(random),
                random.nextBoolean() ? Optional.of("SELECT 1") : Optional.empty(),
                Outcome.values()[random.nextInt(4)],
                "refuse",
                random.nextBoolean() ? List.of("SPAN", "COLUMN") : List.of(),
                random.nextBoolean() ? "query-failed" : "",
                random.nextBoolean() ? Optional.of(hex(random)) : Optional.empty(),
                random.nextLong(-1, 1L << 50),
                Duration.ofMillis(random.nextInt(9_999)),
                random.nextBoolean() ? Optional.of(people(random)) : Optional.empty());
    }

    private static Circumstances circumstances(Random random) {
        return random.nextBoolean()
                ? Circumstances.NONE
                : new Circumstances(
                        Optional.of(LocalDate.of(2026, 11, 1 + random.nextInt(30))),
                        Optional.of(Set.of("research", "credit")),
                        List.of(new Brought("mine", hex(random), List.of(), false), brought(random)));
    }

    private static People people(Random random) {
        var joined = random.nextBoolean() ? List.<Joined>of() : List.of(joined(random), joined(random));
        return new People("org", "txn", hex(random), rational(random), rational(random), joined);
    }

    private static Charged charged(Random random) {
        var frozen = random.nextBoolean() ? List.<Brought>of() : List.of(brought(random));
        return new Charged("buyer", "s", List.of("v"), rational(random), rational(random), frozen);
    }

    private static Brought brought(Random random) {
        var columns = List.of(new Declared("b 한", ColumnType.TEXT), new Declared("a", ColumnType.DECIMAL));
        return new Brought("my \"own\"", hex(random), columns, random.nextBoolean());
    }

    private static Joined joined(Random random) {
        var people = new JoinFacts.Listed(
                random.nextInt(99), random.nextInt(9), List.of(new JoinFacts.Covered("mine.b", random.nextInt(9))));
        var facts = random.nextBoolean()
                ? new JoinFacts(List.of("mine"), Optional.empty())
                : new JoinFacts(List.of(), Optional.of(people));
        return new Joined(facts, random.nextBoolean() ? List.of() : List.of(hex(random)));
    }

    private static Rational rational(Random random) {
        return Rational.of(random.nextInt(1_000), 1 + random.nextInt(1_000));
    }

    private static String hex(Random random) {
        return Sha256.of("x" + random.nextInt());
    }
}
