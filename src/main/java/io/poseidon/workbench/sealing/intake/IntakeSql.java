package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.sealing.spec.SealSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The statements that turn rows into bounded totals. One pass over the input groups rows by contributor and cell and
/// counts the rejected ones by reason; everything after works on those groups.
final class IntakeSql {

    /// One row for each contributor and cell, and one for each reason of rejection.
    static final String GROUPS = "groups";

    private final SealSpec spec;
    private final Set<String> integers;
    private final List<DimensionSql> dimensions;
    private final List<MeasureSql> measures;
    private final RejectionSql rejection;

    /// `integers` names the input's columns of whole numbers, which need no reading as text.
    IntakeSql(SealSpec spec, Set<String> integers) {
        this.spec = spec;
        this.integers = integers;
        this.dimensions = IntStream.range(0, spec.dimensions().size())
                .mapToObj(i -> new DimensionSql(spec.dimensions().get(i), i))
                .toList();
        this.measures = IntStream.range(0, spec.measures().size())
                .mapToObj(i -> new MeasureSql(spec.measures().get(i), i))
                .toList();
        this.rejection = new RejectionSql(spec, dimensions, summed().toList());
    }

    /// Tells what the numbers of [#reasons] mean.
    RejectionSql rejection() {
        return rejection;
    }

    /// Columns the input has to have.
    List<String> columns() {
        var columns = new ArrayList<String>();
        columns.add(spec.source().contributor());
        columns.addAll(spec.source().row());
        spec.source().period().column().ifPresent(columns::add);
        spec.dimensions().forEach(dimension -> columns.add(dimension.column()));
        spec.measures().forEach(measure -> measure.column().ifPresent(columns::add));
        return columns.stream().distinct().toList();
    }

    /// A pass over the input for a part of the contributors.
    String group(String input, Partition partition) {
        var parts = new ArrayList<String>();
        parts.add("reason");
        parts.add("CASE WHEN reason = 0 THEN who END AS who");
        parts.add("CASE WHEN reason = 0 THEN " + cell() + " END AS cell");
        parts.add("count(*) AS n");
        summed().forEach(measure ->
                parts.add("sum(CASE WHEN reason = 0 THEN " + measure.value() + " END) AS " + measure.total()));
        return "CREATE TABLE " + GROUPS + " AS SELECT " + String.join(", ", parts) + " FROM ("
                + judged(part(input, partition)) + ") GROUP BY ALL";
    }

    /// Rows by reason, 0 for those accepted.
    String reasons() {
        return "SELECT reason, CAST(sum(n) AS BIGINT) FROM " + GROUPS + " GROUP BY reason";
    }

    /// Contributors, contributor cells, and how many contributors stand in more cells than they may.
    String contributors() {
        var cells = "SELECT who, count(*) AS cells FROM " + GROUPS + " WHERE reason = 0 GROUP BY who";
        return """
            SELECT count(*),
                CAST(coalesce(sum(cells), 0) AS BIGINT),
                count(*) FILTER (WHERE cells > %1$d),
                CAST(coalesce(sum(greatest(cells - %1$d, 0)), 0) AS BIGINT)
            FROM (%2$s)
            """.formatted(spec.cellsPerContributor(), cells);
    }

    /// Bounded totals by cell. Contributors over the limit keep a uniform choice of cells, ranked by a keyed hash. Any
    /// rule that looks only at a contributor's own cells bounds the sensitivity, and the key keeps anybody from
    /// planting rows that survive.
    String totals(boolean anybodyOver, long key) {
        var parts = new ArrayList<String>(List.of("cell", "count(*)"));
        for (var measure : measures) {
            parts.add("CAST(sum(" + measure.steps() + ") AS BIGINT)");
        }
        for (var measure : measures) {
            parts.add("count(*) FILTER (WHERE " + measure.isClamped() + ")");
        }
        var kept = anybodyOver ? chosen(key) : accepted();
        return "SELECT " + String.join(", ", parts) + " FROM (" + kept + ") GROUP BY cell";
    }

    private String chosen(long key) {
        var over = "(SELECT who FROM (" + accepted() + ") GROUP BY who HAVING count(*) > " + spec.cellsPerContributor()
                + ")";
        return "(" + accepted() + " AND who NOT IN " + over + ") UNION ALL (" + accepted() + " AND who IN " + over
                + " QUALIFY row_number() OVER (PARTITION BY who ORDER BY hash(who, cell, " + key
                + "::BIGINT), cell) <= " + spec.cellsPerContributor() + ")";
    }

    private String accepted() {
        var totals = measures.stream()
                .map(measure -> measure.countsRows() ? "n AS " + measure.total() : measure.total())
                .map(total -> ", " + total)
                .collect(Collectors.joining());
        return "SELECT who, cell" + totals + " FROM " + GROUPS + " WHERE reason = 0";
    }

    /// Place in the declared domain, the last dimension running fastest.
    private String cell() {
        var terms = new ArrayList<String>();
        long stride = 1;
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            terms.add(dimensions.get(i).code() + " * " + stride);
            stride *= spec.dimensions().get(i).domain().labels().size();
        }
        return "CAST(" + String.join(" + ", terms) + " AS INTEGER)";
    }

    private String part(String input, Partition partition) {
        return "SELECT * FROM (" + cleaned(input) + ") WHERE " + partition.condition();
    }

    private String judged(String input) {
        var columns = new ArrayList<String>(List.of("who"));
        dimensions.forEach(dimension -> columns.add(dimension.code()));
        summed().forEach(measure -> columns.add(measure.value()));
        return "SELECT " + String.join(", ", columns) + ", " + rejection.expression() + " AS reason FROM ("
                + coded(input) + ")";
    }

    private String coded(String input) {
        return layer("*", dimensions.stream().map(d -> d.encode() + " AS " + d.code()), parsed(input));
    }

    private String parsed(String input) {
        var parsed = Stream.concat(
                dimensions.stream().map(d -> d.parse() + " AS " + d.parsed()),
                summed().map(m -> m.parse() + " AS " + m.value()));
        return layer("*", parsed, input);
    }

    private String cleaned(String input) {
        var source = spec.source();
        var columns = Stream.of(
                        IntStream.range(0, source.row().size())
                                .mapToObj(i -> read(source.row().get(i), false) + " AS " + RejectionSql.rowKey(i)),
                        source.period().column().stream()
                                .map(column -> read(column, !RejectionSql.isNumeric(source.period())) + " AS period"),
                        dimensions.stream().map(d -> read(d.dimension().column(), d.isText()) + " AS " + d.raw()),
                        summed().map(m -> read(m.measure().column().orElseThrow(), false) + " AS " + m.raw()))
                .flatMap(Function.identity());
        return layer(read(source.contributor(), false) + " AS who", columns, input);
    }

    private String read(String column, boolean asText) {
        return integers.contains(column) && !asText ? Sql.name(column) : Sql.clean(column);
    }

    private static String layer(String first, Stream<String> more, String from) {
        var columns = Stream.concat(Stream.of(first), more).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + (from.startsWith("SELECT") ? "(" + from + ")" : from);
    }

    private Stream<MeasureSql> summed() {
        return measures.stream().filter(measure -> !measure.countsRows());
    }
}
