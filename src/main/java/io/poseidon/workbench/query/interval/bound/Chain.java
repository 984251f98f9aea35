package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A question in which every SELECT reads the one before it and nothing else, the first of them one table of cells.
/// Joins, set operations and named queries that stand apart make it another shape.
record Chain(Schema schema, List<Layer> layers) {

    Chain {
        layers = List.copyOf(layers);
    }

    static Optional<Chain> of(Query query, List<Schema> schemas) {
        return new Walk(schemas).from(query);
    }

    Layer outermost() {
        return layers.getLast();
    }

    /// A named query, where it stands, and the names that are known in it.
    private record Named(Cte cte, String path, Map<String, Named> before) {}

    private static final class Walk {

        private final List<Schema> schemas;
        private final List<Layer> layers = new ArrayList<>();
        private Map<String, Named> known = Map.of();
        private int defined;
        private int used;

        Walk(List<Schema> schemas) {
            this.schemas = schemas;
        }

        Optional<Chain> from(Query statement) {
            var next = Optional.of(new Inner(statement, ""));
            while (next.isPresent()) {
                var here = next.get();
                if (!(here.query() instanceof Select select)) {
                    return Optional.empty();
                }
                define(select.ctes(), here.path());
                var layer = new Layer(select, here.path());
                layers.addFirst(layer);
                if (!layer.isPlain()) {
                    return Optional.empty();
                }
                next = inner(select.from(), here.path());
            }
            return schema(layers.getFirst().select().from())
                    .map(schema -> new Chain(schema, layers))
                    .filter(chain -> defined == used && chain.isSound());
        }

        private record Inner(Query query, String path) {}

        private void define(List<Cte> ctes, String path) {
            for (int i = 0; i < ctes.size(); i++) {
                var cte = ctes.get(i);
                var more = new HashMap<>(known);
                more.put(lower(cte.name()), new Named(cte, path + "/cte_map/map/" + i + "/value/query_node", known));
                known = Map.copyOf(more);
                defined++;
            }
        }

        private Optional<Inner> inner(Source source, String path) {
            if (source instanceof Source.Derived derived && derived.names().isEmpty()) {
                return Optional.of(new Inner(derived.query(), path + "/from_table/subquery/node"));
            }
            if (!(source instanceof Source.Table table)) {
                return Optional.empty();
            }
            var named = Optional.ofNullable(known.get(lower(table.name())));
            if (named.isEmpty() || !isPlain(table) || !named.get().cte().names().isEmpty()) {
                return Optional.empty();
            }
            known = named.get().before();
            used++;
            return Optional.of(new Inner(named.get().cte().query(), named.get().path()));
        }

        private Optional<Schema> schema(Source source) {
            if (!(source instanceof Source.Table table) || !isPlain(table) || known.containsKey(lower(table.name()))) {
                return Optional.empty();
            }
            return schemas.stream()
                    .filter(candidate -> candidate.table().equalsIgnoreCase(table.name()))
                    .findFirst();
        }

        private static boolean isPlain(Source.Table table) {
            return table.qualifier().isEmpty() && table.names().isEmpty() && !table.edition();
        }

        private static String lower(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private boolean isSound() {
        return layers.size() == 1 || layers.stream().allMatch(Layer::canBeWidened);
    }
}
