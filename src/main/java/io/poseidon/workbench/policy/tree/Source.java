package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Query.Sample;
import java.util.List;
import java.util.Optional;

/// What stands behind FROM.
public sealed interface Source {

    Place place();

    Optional<Sample> sample();

    /// A name given by the asker, or empty.
    String alias();

    record Empty(Place place) implements Source {
        @Override
        public Optional<Sample> sample() {
            return Optional.empty();
        }

        @Override
        public String alias() {
            return "";
        }
    }

    /// A table or named query. `qualifier` is its catalog or schema, `edition` tells whether AT was written.
    record Table(
            Place place,
            String alias,
            Optional<Sample> sample,
            String qualifier,
            String name,
            List<String> names,
            boolean edition)
            implements Source {
        public Table {
            names = List.copyOf(names);
        }
    }

    record Derived(Place place, String alias, Optional<Sample> sample, Query query, List<String> names)
            implements Source {
        public Derived {
            names = List.copyOf(names);
        }
    }

    record Function(
            Place place, String alias, Optional<Sample> sample, Call call, List<String> names, boolean ordinality)
            implements Source {
        public Function {
            names = List.copyOf(names);
        }
    }

    record Values(Place place, String alias, Optional<Sample> sample, List<List<Expression>> rows, List<String> names)
            implements Source {
        public Values {
            rows = List.copyOf(rows);
            names = List.copyOf(names);
        }
    }

    /// `type` and `kind` are the engine's words: INNER, LEFT, SEMI …; REGULAR, NATURAL, CROSS, POSITIONAL, ASOF ….
    record Join(
            Place place,
            String alias,
            Optional<Sample> sample,
            Source left,
            Source right,
            String type,
            String kind,
            Optional<Expression> on,
            List<String> using,
            boolean implicit)
            implements Source {
        public Join {
            using = List.copyOf(using);
        }
    }

    /// PIVOT or UNPIVOT with its values written out.
    record Pivot(Place place, String alias, Optional<Sample> sample, Source source, List<Expression> expressions)
            implements Source {
        public Pivot {
            expressions = List.copyOf(expressions);
        }
    }
}
