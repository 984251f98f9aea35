package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Star;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.interval.bound.Relation.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries bounds along a chain: every SELECT but the outermost gives them as further columns. Used once.
final class Carrying {

    private final Chain chain;
    private final Overlaps overlaps;
    private final Set<String> taken;
    private final List<Widening> widenings = new ArrayList<>();

    Carrying(Chain chain, Overlaps overlaps) {
        this.chain = chain;
        this.overlaps = overlaps;
        this.taken = names(chain);
    }

    /// Empty where a further column could show or change something, or where outputs cannot be counted.
    Optional<Bounds> bounds() {
        var given = Relation.cells(chain.schema(), overlaps);
        var hidden = List.<String>of();
        for (var layer : chain.layers()) {
            boolean innermost = layer == chain.layers().getFirst();
            var cells = innermost ? Optional.of(chain.schema()) : Optional.<Schema>empty();
            var reader = new LayerReader(layer, given, cells, overlaps);
            if (!innermost && reader.callsTheWhole() || hasOtherStars(layer)) {
                return Optional.empty();
            }
            given = reader.read();
            if (layer != chain.outermost()) {
                var wider = new Wider(given);
                widenings.add(new Widening(layer.path(), wider.sql, stars(layer, hidden)));
                given = wider.relation();
                hidden = wider.names;
            }
        }
        widenings.add(new Widening(chain.outermost().path(), List.of(), stars(chain.outermost(), hidden)));
        return Optional.of(result(given.outputs()));
    }

    private Bounds result(List<Output> outputs) {
        var lower = new HashMap<Integer, String>();
        var bare = new HashSet<Integer>();
        for (int i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output.upper() && output.bound().isPresent()) {
                lower.put(i, output.bound().get());
            } else if (output.upper()) {
                bare.add(i);
            }
        }
        return new Bounds(lower, bare, outputs.size(), widenings, bare.isEmpty());
    }

    /// A SELECT that gives its bounds as columns, under names that nothing else has.
    private final class Wider {

        private final List<Output> outputs = new ArrayList<>();
        private final List<String> sql = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final boolean apart;

        Wider(Relation given) {
            this.apart = given.apart();
            for (var output : given.outputs()) {
                outputs.add(output.bound(output.bound().map(this::named)));
            }
        }

        Relation relation() {
            return new Relation(outputs, apart);
        }

        private String named(String bound) {
            var name = freeName();
            sql.add(bound + " AS " + Sql.name(name));
            names.add(name);
            return Sql.name(name);
        }
    }

    private String freeName() {
        int number = taken.size();
        while (!taken.add("at_least_" + number)) {
            number++;
        }
        return "at_least_" + number;
    }

    /// Stars go on showing what they showed.
    private static Map<Integer, String> stars(Layer layer, List<String> hidden) {
        var stars = new HashMap<Integer, String>();
        var columns = layer.select().columns();
        for (int i = 0; i < columns.size() && !hidden.isEmpty(); i++) {
            if (columns.get(i) instanceof Star star) {
                var without =
                        new Star(star.mark(), star.relation(), hidden, List.of(), List.of(), false, Optional.empty());
                stars.put(i, Sql.of(without));
            }
        }
        return stars;
    }

    private static boolean hasOtherStars(Layer layer) {
        return layer.select().columns().stream()
                .anyMatch(column -> column instanceof Star && !Layer.isPlainStar(column));
    }

    /// Every name of a column or an output, in lower case.
    private static Set<String> names(Chain chain) {
        var names = new HashSet<String>();
        chain.schema().columns().stream().map(Column::name).map(Carrying::lower).forEach(names::add);
        chain.layers().forEach(layer -> {
            names.add(lower(layer.alias()));
            layer.select().names().stream().map(Carrying::lower).forEach(names::add);
            layer.expressions().forEach(expression -> collect(expression, names));
        });
        return names;
    }

    private static void collect(Expression expression, Set<String> names) {
        names.add(lower(expression.alias()));
        if (expression instanceof Expression.Column column) {
            column.path().stream().map(Carrying::lower).forEach(names::add);
        }
        expression.children().forEach(child -> collect(child, names));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
