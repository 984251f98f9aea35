package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.sealing.spec.Dimension;
import io.poseidon.workbench.sealing.spec.Domain;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// One dimension of a row as SQL. Three steps, so that a row can be rejected for the right reason: `raw` is NULL where
/// the value is missing, `parsed` where it cannot be read, `code` (the place in the domain, from 0) where it is not
/// declared.
record DimensionSql(Dimension dimension, int index) {

    String raw() {
        return "d" + index;
    }

    String parsed() {
        return "p" + index;
    }

    String code() {
        return "c" + index;
    }

    boolean isText() {
        return dimension.domain() instanceof Domain.Texts;
    }

    String parse() {
        return switch (dimension.domain()) {
            case Domain.Texts ignored -> raw();
            case Domain.Integers ignored -> Sql.number(raw());
            case Domain.Bins ignored -> Sql.number(raw());
        };
    }

    String encode() {
        return switch (dimension.domain()) {
            case Domain.Texts texts -> ofTexts(texts.labels());
            case Domain.Integers integers -> ofIntegers(integers.values());
            case Domain.Bins bins -> ofEdges(bins.edges());
        };
    }

    private String ofTexts(List<String> labels) {
        return "CAST(enum_code(TRY_CAST(" + parsed() + " AS ENUM(" + Sql.texts(labels) + "))) AS INTEGER)";
    }

    private String ofIntegers(List<Long> values) {
        long first = values.getFirst();
        boolean consecutive = values.equals(
                LongStream.range(first, first + values.size()).boxed().toList());
        if (consecutive) {
            return "CASE WHEN " + parsed() + " BETWEEN " + first + " AND " + values.getLast() + " AND " + parsed()
                    + " = floor(" + parsed() + ") THEN CAST(" + parsed() + " - (" + first + ") AS INTEGER) END";
        }
        var list = values.stream().map(value -> value + "::DOUBLE").collect(Collectors.joining(", "));
        return "CAST(list_position([" + list + "], " + parsed() + ") - 1 AS INTEGER)";
    }

    private String ofEdges(List<Long> edges) {
        var cases = new StringBuilder("CASE");
        for (int i = edges.size() - 1; i >= 0; i--) {
            cases.append(" WHEN ")
                    .append(parsed())
                    .append(" >= ")
                    .append(edges.get(i))
                    .append(" THEN ")
                    .append(i);
        }
        return cases.append(" END").toString();
    }
}
