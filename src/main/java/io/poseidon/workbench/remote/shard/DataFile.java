package io.poseidon.workbench.remote.shard;

import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Names;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A shard's data file (CSV, Parquet or Arrow), loaded once and read column by column for each run. Whoever opens it
/// closes it, before its engine. Any thread, one at a time.
public final class DataFile implements AutoCloseable {

    private static final String TABLE = "data";

    private final Desk desk;
    private final Map<String, ColumnType> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private DataFile(Desk desk, List<TableColumn> columns) {
        this.desk = desk;
        columns.forEach(column -> this.columns.put(column.name(), column.type()));
    }

    public static DataFile open(Engine engine, Path file, Progress progress) {
        var desk = Desk.open(engine);
        try {
            return new DataFile(desk, desk.load(TABLE, file, progress));
        } catch (RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /// Which of these columns the file lacks.
    public List<String> missing(Stream<String> names) {
        return names.filter(name -> !columns.containsKey(name))
                .distinct()
                .sorted()
                .toList();
    }

    /// The columns a plan names; empty where the file lacks one, or has text where the plan wants numbers.
    public Optional<Rows> rows(Plan plan) {
        var texts = Stream.concat(
                        Stream.of(plan.contributor(), plan.label().column()),
                        plan.features().categorical().keySet().stream())
                .toList();
        var numbers = plan.features().numeric();
        boolean present = texts.stream().allMatch(columns::containsKey)
                && numbers.stream().allMatch(this::isNumeric);
        return present ? Optional.of(read(texts, numbers)) : Optional.empty();
    }

    private boolean isNumeric(String column) {
        var type = columns.getOrDefault(column, ColumnType.OTHER);
        return switch (type) {
            case INTEGER, DECIMAL, DOUBLE, BOOLEAN -> true;
            case TEXT, DATE, TIMESTAMP, OTHER -> false;
        };
    }

    private Rows read(List<String> texts, List<String> numbers) {
        var selected = Stream.concat(
                        texts.stream().map(column -> cast(column, "VARCHAR")),
                        numbers.stream().map(column -> cast(column, "DOUBLE")))
                .collect(Collectors.joining(", "));
        var reader = new Reader(texts.size(), numbers.size());
        try (var answer = desk.query("SELECT " + selected + " FROM " + TABLE, Progress.NONE)) {
            answer.scan(Progress.NONE, reader::take);
        }
        return reader.rows(texts, numbers);
    }

    private static String cast(String column, String type) {
        return "CAST(" + Names.quoted(column) + " AS " + type + ")";
    }

    @Override
    public void close() {
        desk.close();
    }

    /// Collects batches of rows into columns.
    private static final class Reader {
        private final List<List<String>> texts = new ArrayList<>();
        private final List<List<Double>> numbers = new ArrayList<>();
        private int size;

        Reader(int textColumns, int numberColumns) {
            for (int i = 0; i < textColumns; i++) {
                texts.add(new ArrayList<>());
            }
            for (int i = 0; i < numberColumns; i++) {
                numbers.add(new ArrayList<>());
            }
        }

        void take(io.poseidon.workbench.engine.batch.Rows batch) {
            int count = Math.toIntExact(batch.count());
            size += count;
            for (int column = 0; column < texts.size(); column++) {
                for (int row = 0; row < count; row++) {
                    texts.get(column).add(batch.text(column, row));
                }
            }
            for (int i = 0; i < numbers.size(); i++) {
                int column = texts.size() + i;
                for (int row = 0; row < count; row++) {
                    numbers.get(i).add(batch.isNull(column, row) ? Double.NaN : batch.number(column, row));
                }
            }
        }

        Rows rows(List<String> textNames, List<String> numberNames) {
            var textColumns = new LinkedHashMap<String, String[]>();
            for (int i = 0; i < texts.size(); i++) {
                textColumns.put(textNames.get(i), texts.get(i).toArray(String[]::new));
            }
            var numberColumns = new LinkedHashMap<String, double[]>();
            for (int i = 0; i < numbers.size(); i++) {
                numberColumns.put(
                        numberNames.get(i),
                        numbers.get(i).stream().mapToDouble(Double::doubleValue).toArray());
            }
            return new Rows(size, numberColumns, textColumns);
        }
    }
}
