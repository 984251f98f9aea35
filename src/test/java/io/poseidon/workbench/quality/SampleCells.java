package io.poseidon.workbench.quality;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/// A made-up aggregate of 17 regions, 6 ages and 2 categories; `grocery` reaches everybody, `jewelry` a tenth.
final class SampleCells {

    static final ToDoubleBiFunction<List<String>, Double> EVERY_HUNDREDTH = (labels, people) -> people / 100;

    private static final List<String> NAMES = List.of("region", "age_band", "category", "contributors", "amount_sum");

    private static final Population KOREA = Population.korea();

    private final List<List<Object>> rows = new ArrayList<>();
    private final double sigma;

    /// `panel` says how many of a class's people are in; `sigma` is the noise of the contributor count.
    SampleCells(long seed, ToDoubleBiFunction<List<String>, Double> panel, double sigma) {
        this.sigma = sigma;
        var random = new Random(seed);
        for (var region : labels(0)) {
            for (var age : labels(1)) {
                double people = panel.applyAsDouble(
                        List.of(region, age), KOREA.at(List.of(region, age)).orElseThrow());
                addCell(random, List.of(region, age, "grocery"), people);
                addCell(random, List.of(region, age, "jewelry"), people / 10);
            }
        }
    }

    void set(int row, String column, Object value) {
        rows.get(row).set(NAMES.indexOf(column), value);
    }

    void repeat(int row) {
        rows.add(new ArrayList<>(rows.get(row)));
    }

    void hideWhere(String column, String label) {
        rows.removeIf(row -> row.get(NAMES.indexOf(column)).equals(label));
    }

    void hideBelow(double people) {
        rows.removeIf(row -> ((Double) row.get(NAMES.indexOf("contributors"))) < people);
    }

    ClearedTable table() {
        return ClearedTable.of(schema(), new Cells(NAMES, rows));
    }

    ClearedTable tableWithoutContributors() {
        return ClearedTable.of(schema(), new Cells(List.of("region", "age_band", "category", "n", "amount_sum"), rows));
    }

    private void addCell(Random random, List<String> labels, double people) {
        var row = new ArrayList<Object>(labels);
        row.add((double) Math.round(people + sigma * random.nextGaussian()));
        row.add((double)
                Math.round(people * (50_000 + random.nextInt(20_000)) + sigma * 1_000 * random.nextGaussian()));
        rows.add(row);
    }

    private Schema schema() {
        return new Schema(
                "spend",
                List.of(
                        Column.dimension("region", ColumnType.TEXT, labels(0)),
                        Column.dimension("age_band", ColumnType.TEXT, labels(1)),
                        Column.dimension("category", ColumnType.TEXT, List.of("grocery", "jewelry")),
                        noisy("contributors", Role.COUNT, 1, sigma),
                        noisy("amount_sum", Role.MEASURE, 1_000_000, sigma * 1_000)));
    }

    private static Column noisy(String name, Role role, long most, double sigma) {
        var variance = Rational.of(Math.round(sigma * sigma));
        return new Column(
                name,
                role,
                ColumnType.INTEGER,
                Optional.empty(),
                List.of(),
                Optional.of(new Bounds(Rational.ZERO, Rational.of(most))),
                Optional.of(variance).filter(value -> value.signum() > 0));
    }

    private static List<String> labels(int place) {
        return place == 0
                ? List.of(
                        "Seoul",
                        "Busan",
                        "Daegu",
                        "Incheon",
                        "Gwangju",
                        "Daejeon",
                        "Ulsan",
                        "Sejong",
                        "Gyeonggi",
                        "Gangwon",
                        "Chungbuk",
                        "Chungnam",
                        "Jeonbuk",
                        "Jeonnam",
                        "Gyeongbuk",
                        "Gyeongnam",
                        "Jeju")
                : List.of("20-29", "30-39", "40-49", "50-59", "60-69", "70+");
    }

    private record Cells(List<String> names, List<List<Object>> rows) implements Rows {

        @Override
        public List<TableColumn> columns() {
            return names.stream()
                    .map(name -> new TableColumn(name, ColumnType.OTHER))
                    .toList();
        }

        @Override
        public long count() {
            return rows.size();
        }

        @Override
        public Optional<Object> value(int column, long row) {
            return Optional.ofNullable(rows.get(Math.toIntExact(row)).get(column));
        }
    }
}
