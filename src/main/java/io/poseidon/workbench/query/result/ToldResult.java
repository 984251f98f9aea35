package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.Names;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A told table as a result like any other: a small table of its own in a session of its own, with the ends of every
/// interval beside the values, so that it is paged, drawn and exported by the same code.
public final class ToldResult {

    private static final String TABLE = "told";

    private final ToldTable told;

    public ToldResult(ToldTable told) {
        this.told = told;
    }

    /// `sql` is the text that ran; the result is the receiver's to close.
    public Result open(Engine engine, String sql, Map<String, String> metadata, Pass pass) {
        var table = table(engine);
        try {
            var session =
                    LockedSession.open(engine, List.of(table), Limits.standard().withThreads(1));
            try {
                var plan = IntervalPlan.told(noisy(), ToldResult::low, ToldResult::high)
                        .bounded(told.bounds().named(ToldResult::least));
                var asked = new Asked(sql, select(List.of()), metadata, plan, pass);
                var answer = session.query(select(plan.extras()), Progress.NONE);
                return new Result(
                        new Result.Run(engine, session, answer), asked, ResultColumn.all(answer, plan), () -> {
                            session.close();
                            table.close();
                        });
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private String select(List<String> beside) {
        var columns = new ArrayList<String>();
        for (int i = 0; i < told.columns().size(); i++) {
            columns.add("c" + i + " AS " + Names.quoted(told.columns().get(i).name()));
        }
        columns.addAll(beside);
        return "SELECT " + String.join(", ", columns) + " FROM " + TABLE;
    }

    private static String low(int column) {
        return "l" + column;
    }

    private static String high(int column) {
        return "h" + column;
    }

    private static String least(int column) {
        return "b" + column;
    }

    /// A column without one row says nothing of its noise, and shows none.
    private List<Boolean> noisy() {
        return IntStream.range(0, told.columns().size())
                .mapToObj(column ->
                        told.intervals().stream().anyMatch(row -> !(row.get(column) instanceof Interval.Exact)))
                .toList();
    }

    private ArrowTable table(Engine engine) {
        var builder = ArrowTable.builder(engine, TABLE);
        for (int i = 0; i < told.columns().size(); i++) {
            values(builder, i);
            builder.doubles(low(i), ends(i, Double.NEGATIVE_INFINITY, Interval.Between::low));
            builder.doubles(high(i), ends(i, Double.POSITIVE_INFINITY, Interval.Between::high));
        }
        told.bounds().lower().forEach((column, bounds) -> builder.doubles(least(column), doubles(bounds)));
        return builder.build();
    }

    private static List<@Nullable Double> doubles(List<OptionalDouble> bounds) {
        var doubles = new ArrayList<@Nullable Double>();
        bounds.forEach(bound -> doubles.add(bound.isPresent() ? (Double) bound.getAsDouble() : null));
        return doubles;
    }

    private List<@Nullable Double> ends(int column, double none, Function<Interval.Between, Double> end) {
        var ends = new ArrayList<@Nullable Double>();
        for (var row : told.intervals()) {
            ends.add(
                    switch (row.get(column)) {
                        case Interval.Between between -> end.apply(between);
                        case Interval.Unknown(Interval.Reason reason) ->
                            reason == Interval.Reason.NOISE_DOMINATES ? (Double) none : null;
                        case Interval.Exact ignored -> null;
                    });
        }
        return ends;
    }

    /// In the type of the values, which is that of the column unless a sum outgrew it.
    private void values(TableBuilder builder, int column) {
        var name = "c" + column;
        switch (widest(column)) {
            case BigInteger ignored -> builder.wideIntegers(name, all(column, value -> new BigInteger("" + value)));
            case BigDecimal ignored -> {
                var decimals = all(column, value -> new BigDecimal("" + value));
                int scale = decimals.stream()
                        .mapToInt(value -> value == null ? 0 : value.scale())
                        .max()
                        .orElse(0);
                builder.decimals(name, scale, decimals);
            }
            case Number whole
            when whole instanceof Long || whole instanceof Integer ->
                builder.integers(name, all(column, value -> ((Number) value).longValue()));
            case Number ignored -> builder.doubles(name, all(column, value -> ((Number) value).doubleValue()));
            case Boolean ignored -> builder.booleans(name, all(column, value -> (Boolean) value));
            default -> builder.texts(name, all(column, String::valueOf));
        }
    }

    private Object widest(int column) {
        var values =
                told.rows().stream().flatMap(row -> row.get(column).stream()).toList();
        return values.stream()
                .filter(BigInteger.class::isInstance)
                .findFirst()
                .or(() -> values.stream().findFirst())
                .orElseGet(() -> none(column));
    }

    /// Stands for the type of a column without a value.
    private Object none(int column) {
        return switch (told.columns().get(column).type()) {
            case INTEGER -> 0L;
            case DOUBLE, DECIMAL -> 0.0;
            case BOOLEAN -> false;
            case TEXT, DATE, TIMESTAMP, OTHER -> "";
        };
    }

    private <T> List<@Nullable T> all(int column, Function<Object, T> as) {
        var all = new ArrayList<@Nullable T>();
        for (var row : told.rows()) {
            Optional<Object> value = row.get(column);
            all.add(value.isPresent() ? as.apply(value.get()) : null);
        }
        return all;
    }
}
