package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.JoinFacts.Covered;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The people of the tables that a question joins on the person: whoever stands in all of them, by the values that the
/// question names of them.
final class Kinds {

    private final List<Expression.Column> columns;
    private final Map<String, ColumnType> types;
    private final Map<List<Optional<Object>>, List<String>> peopleOf;

    private Kinds(
            List<Expression.Column> columns,
            Map<String, ColumnType> types,
            Map<List<Optional<Object>>, List<String>> peopleOf) {
        this.columns = columns;
        this.types = types;
        this.peopleOf = peopleOf;
    }

    /// Empty where nothing is joined on the person.
    static Optional<Kinds> of(Question question, Uploads uploads) {
        var identity = question.table().identity();
        var joined = question.joins().stream()
                .filter(term -> term.on().equals(identity))
                .map(term -> uploads.get(term.with()))
                .toList();
        return joined.isEmpty() ? Optional.empty() : Optional.of(of(question, identity, joined));
    }

    private static Kinds of(Question question, String identity, List<Upload> joined) {
        var names = joined.stream().map(Upload::name).toList();
        var byName = new LinkedHashMap<String, Expression.Column>();
        OwnColumns.of(question).stream()
                .filter(column -> names.contains(OwnColumns.table(column)))
                .forEach(column -> byName.putIfAbsent(OwnColumns.name(column), column));
        var types = new HashMap<String, ColumnType>();
        Map<String, List<Optional<Object>>> values = new LinkedHashMap<>();
        for (int i = 0; i < joined.size(); i++) {
            var upload = joined.get(i);
            var used = byName.values().stream()
                    .filter(column -> OwnColumns.table(column).equals(upload.name()))
                    .toList();
            used.forEach(column ->
                    types.put(OwnColumns.name(column), upload.columns().getOrDefault(column.name(), ColumnType.TEXT)));
            var here = people(upload, identity, used);
            values = i == 0 ? here : both(values, here);
        }
        var columns = joined.stream()
                .flatMap(upload -> byName.values().stream()
                        .filter(column -> OwnColumns.table(column).equals(upload.name())))
                .toList();
        Map<List<Optional<Object>>, List<String>> peopleOf = new LinkedHashMap<>();
        values.forEach((person, tuple) ->
                peopleOf.computeIfAbsent(tuple, ignored -> new ArrayList<>()).add(person));
        return new Kinds(columns, types, peopleOf);
    }

    private static Map<String, List<Optional<Object>>> people(
            Upload upload, String identity, List<Expression.Column> used) {
        var persons = upload.column(identity);
        var columns = used.stream().map(column -> upload.column(column.name())).toList();
        Map<String, List<Optional<Object>>> values = new LinkedHashMap<>();
        for (int row = 0; row < persons.size(); row++) {
            int at = row;
            persons.get(row)
                    .ifPresent(person -> values.put(
                            person.toString(),
                            columns.stream().map(column -> column.get(at)).toList()));
        }
        return values;
    }

    private static Map<String, List<Optional<Object>>> both(
            Map<String, List<Optional<Object>>> left, Map<String, List<Optional<Object>>> right) {
        Map<String, List<Optional<Object>>> values = new LinkedHashMap<>();
        left.forEach((person, tuple) -> {
            var more = right.get(person);
            if (more != null) {
                var all = new ArrayList<>(tuple);
                all.addAll(more);
                values.put(person, all);
            }
        });
        return values;
    }

    List<List<String>> people() {
        return List.copyOf(peopleOf.values());
    }

    int size() {
        return peopleOf.size();
    }

    JoinFacts.Listed facts() {
        int people = peopleOf.values().stream().mapToInt(List::size).sum();
        var covered = IntStream.range(0, columns.size())
                .mapToObj(i -> new Covered(OwnColumns.name(columns.get(i)), fewest(i)))
                .toList();
        return new JoinFacts.Listed(people, size(), covered);
    }

    private long fewest(int column) {
        Map<Optional<Object>, Integer> covered = new HashMap<>();
        peopleOf.forEach((tuple, people) -> covered.merge(tuple.get(column), people.size(), Integer::sum));
        return covered.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    /// The columns `kind` and `c0`, `c1`, …, for the caller to close.
    ArrowTable table(Engine engine, String as) {
        var builder = ArrowTable.builder(engine, as);
        builder.integers("kind", IntStream.range(0, size()).asLongStream().toArray());
        var tuples = List.copyOf(peopleOf.keySet());
        for (int i = 0; i < columns.size(); i++) {
            int number = i;
            var type = types.getOrDefault(OwnColumns.name(columns.get(i)), ColumnType.TEXT);
            Upload.put(
                    builder,
                    "c" + i,
                    type,
                    tuples.stream().map(tuple -> tuple.get(number)).toList());
        }
        return builder.build();
    }

    /// The column of [#table] that holds `table.column`.
    Optional<String> column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (OwnColumns.name(columns.get(i)).equals(name)) {
                return Optional.of("c" + i);
            }
        }
        return Optional.empty();
    }
}
