package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import io.poseidon.workbench.sealing.spec.Source.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Why a row is left out, as one whole number in SQL: 0 for a row that is accepted, otherwise the first reason that
/// applies together with the first column it applies to. The column is looked for only in rows that are left out, so
/// that accepted rows pay for one test a reason.
final class RejectionSql {

    /// More than there are reasons; columns count in steps of it.
    private static final int STEP = 8;

    private final SealSpec spec;
    private final List<DimensionSql> dimensions;
    private final List<MeasureSql> summed;
    private final List<String> columns = new ArrayList<>();

    RejectionSql(SealSpec spec, List<DimensionSql> dimensions, List<MeasureSql> summed) {
        this.spec = spec;
        this.dimensions = dimensions;
        this.summed = summed;
        checks().forEach(check -> columns.add(check.column()));
    }

    /// What a number other than 0 means; a duplicate lies in no one column.
    record Cause(Rejection reason, Optional<String> column) {}

    Cause cause(long number) {
        int column = (int) number / STEP;
        return new Cause(
                Rejection.values()[(int) number % STEP - 1],
                column == 0 ? Optional.empty() : Optional.of(columns.get(column - 1)));
    }

    static String rowKey(int index) {
        return "rowid_" + index;
    }

    static boolean isNumeric(Period period) {
        return period.column().isPresent()
                && period.from().matches("-?\\d{1,15}")
                && period.to().matches("-?\\d{1,15}");
    }

    /// An expression that is NULL where a column of the input is at fault.
    private record Check(String expression, String column) {
        String fails() {
            return "(" + expression + ") IS NULL";
        }
    }

    String expression() {
        return "CASE" + judged(Rejection.MISSING, missing())
                + judged(Rejection.UNPARSABLE, Stream.concat(unparsable(), periodParsed()))
                + periodCase()
                + judged(Rejection.OUT_OF_DOMAIN, undeclared())
                + duplicateCase() + " ELSE 0 END";
    }

    private Stream<Check> checks() {
        return Stream.of(missing(), unparsable(), periodParsed(), undeclared()).flatMap(checks -> checks);
    }

    private String judged(Rejection reason, Stream<Check> judged) {
        var checks = judged.toList();
        if (checks.isEmpty()) {
            return "";
        }
        var which = checks.stream()
                .map(check -> " WHEN " + check.fails() + " THEN " + number(reason, check.column()))
                .collect(Collectors.joining());
        var any = checks.stream().map(Check::fails).collect(Collectors.joining(" OR "));
        return " WHEN " + any + " THEN CASE" + which + " END";
    }

    private Stream<Check> missing() {
        var source = spec.source();
        return Stream.of(
                        Stream.of(new Check("who", source.contributor())),
                        IntStream.range(0, source.row().size())
                                .mapToObj(i -> new Check(rowKey(i), source.row().get(i))),
                        source.period().column().stream().map(column -> new Check("period", column)),
                        dimensions.stream()
                                .map(d -> new Check(d.raw(), d.dimension().column())),
                        summed.stream().map(m -> new Check(m.raw(), column(m))))
                .flatMap(checks -> checks);
    }

    private Stream<Check> unparsable() {
        return Stream.concat(
                dimensions.stream().map(d -> new Check(d.parsed(), d.dimension().column())),
                summed.stream().map(m -> new Check(m.value(), column(m))));
    }

    private Stream<Check> periodParsed() {
        var period = spec.source().period();
        return isNumeric(period)
                ? period.column().stream().map(column -> new Check(Sql.number("period"), column))
                : Stream.of();
    }

    private Stream<Check> undeclared() {
        return dimensions.stream().map(d -> new Check(d.code(), d.dimension().column()));
    }

    private String periodCase() {
        var period = spec.source().period();
        if (period.column().isEmpty()) {
            return "";
        }
        var within = isNumeric(period)
                ? Sql.number("period") + " BETWEEN " + period.from() + " AND " + period.to()
                : "period BETWEEN " + Sql.text(period.from()) + " AND " + Sql.text(period.to());
        return " WHEN NOT (" + within + ") THEN "
                + number(Rejection.OUT_OF_PERIOD, period.column().orElseThrow());
    }

    /// A row is told apart among its own contributor's rows only: one contributor's rows must never decide about
    /// another's.
    private String duplicateCase() {
        if (spec.source().row().isEmpty()) {
            return "";
        }
        var order = Stream.concat(
                        dimensions.stream().map(DimensionSql::raw),
                        summed.stream().map(MeasureSql::raw))
                .collect(Collectors.joining(", "));
        var row = Stream.concat(
                        Stream.of("who"),
                        IntStream.range(0, spec.source().row().size()).mapToObj(RejectionSql::rowKey))
                .collect(Collectors.joining(", "));
        return " WHEN row_number() OVER (PARTITION BY " + row + " ORDER BY " + order + ") > 1 THEN "
                + number(Rejection.DUPLICATE);
    }

    private static String column(MeasureSql measure) {
        return measure.measure().column().orElseThrow();
    }

    private int number(Rejection reason, String column) {
        return number(reason) + STEP * (1 + columns.indexOf(column));
    }

    private static int number(Rejection reason) {
        return reason.ordinal() + 1;
    }
}
