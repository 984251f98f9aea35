package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Manifests for tests: one by hand, and as many as wanted from a seed.
public final class Manifests {

    public static final Rational GOLD = Rational.of(1, 2);

    private Manifests() {}

    public static Description cardSpend() {
        return new Description(
                edition(),
                new Description.Version("gold", GOLD),
                List.of(spend(Rational.of(3))),
                privacy(),
                """
                {"policy":1,"tables":{"spend":{"kind":"cells","overlap":["month"],"columns":
                {"region":"text","month":"integer","contributors":"integer","amount_sum":"integer"}}},
                "purpose":["research"]}\
                """,
                List.of(new QualityScore(
                        "completeness",
                        Rational.of(19, 20),
                        Optional.of(new Bounds(Rational.of(9, 10), Rational.ONE)),
                        "cells shown / cells declared",
                        "9 of 10 cells",
                        Optional.empty())),
                new PriceMenu(List.of(
                        new PriceMenu.Item(
                                "bronze",
                                Rational.of(1, 50),
                                Money.of(300_000, "KRW"),
                                Optional.of(Rational.parse("1.163"))),
                        new PriceMenu.Item("gold", GOLD, Money.of(3_900_000, "KRW"), Optional.empty()))),
                new ReleaseMark(7, digest("ledger")),
                Instant.parse("2026-10-12T04:00:00Z"));
    }

    public static Manifest manifest(Description description) {
        var parts = description.tables().stream()
                .map(table -> new Part(table.table(), 9, 5000, digest("sealed"), 4500, digest("plain" + table.table())))
                .toList();
        return new Manifest(description, parts, digest("card"));
    }

    static Schema spend(Rational variance) {
        return new Schema(
                "spend",
                List.of(
                        Column.dimension("region", ColumnType.TEXT, List.of("서울", "Busan", "Jeju \"East\"")),
                        Column.dimension("month", ColumnType.INTEGER, List.of("7", "8", "9")),
                        measure("contributors", Role.COUNT, 1, variance),
                        measure("amount_sum", Role.MEASURE, 1_000_000, Rational.of(9_007_199_254_740_993L))));
    }

    private static Column measure(String name, Role role, long max, Rational variance) {
        return new Column(
                name,
                role,
                ColumnType.INTEGER,
                role == Role.MEASURE ? Optional.of("KRW") : Optional.empty(),
                List.of(),
                Optional.of(new Bounds(Rational.ZERO, Rational.of(max))),
                Optional.of(variance));
    }

    private static Description.Edition edition() {
        return new Description.Edition(
                "card-spend",
                "2026q3",
                "Hangang Data Market",
                new Description.Title("Card spending by region", "지역별 카드 소비"),
                new Description.Period("month", "7", "9"));
    }

    private static PrivacyStatement privacy() {
        return new PrivacyStatement(
                GOLD,
                List.of(
                        new PrivacyStatement.Share("contributors", Rational.of(1, 4)),
                        new PrivacyStatement.Share("amount_sum", Rational.of(1, 4))),
                Rational.parse("6.94"),
                Rational.parse("1e-9"),
                3,
                20,
                23,
                Optional.of(new PrivacyStatement.Nesting(
                        "gold", GOLD, "Canonne, Kamath, Steinke 2020, proposition 12", Rational.parse("1e-15"))));
    }

    public static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Another description for every seed: numbers of any size, texts with quotes, Hangul and emoji.
    public static Description random(long seed) {
        var random = new Random(seed);
        var base = cardSpend();
        var tables = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Schema("table_" + i, columns(random)))
                .toList();
        var created = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        return new Description(
                base.edition(),
                base.version(),
                tables,
                base.privacy(),
                "{\"policy\":1,\"note\":\"" + word(random).replace("\"", "\\\"") + "\",\"x\":" + random.nextDouble()
                        + "}",
                base.quality(),
                new PriceMenu(random.nextBoolean() ? List.of() : base.prices().items()),
                new ReleaseMark(random.nextLong(1L << 53), digest(word(random))),
                created);
    }

    private static List<Column> columns(Random random) {
        var columns = new ArrayList<Column>();
        var domain = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> i + word(random))
                .toList();
        columns.add(Column.dimension("d", ColumnType.TEXT, domain));
        for (int i = random.nextInt(4); i >= 0; i--) {
            columns.add(measure("m" + i, Role.MEASURE, random.nextLong(1L << 60), rational(random)));
        }
        return columns;
    }

    private static Rational rational(Random random) {
        return Rational.of(1 + random.nextLong(1L << 62), 1 + random.nextLong(1L << 62));
    }

    private static String word(Random random) {
        var alphabet = List.of("a", "Z", "가", "\"", "😀", " ", "/", "é", "{", ":");
        return IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(i -> alphabet.get(random.nextInt(alphabet.size())))
                .reduce("w", String::concat);
    }
}
