package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.query.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the caret stands. `typed` is the beginning of what may be completed, from position `from` on; `qualifier` the
/// name before a dot. `before` holds what stands before it in the same clause and the same brackets, `calls` the
/// functions whose brackets are open around it, the innermost last, `listed` the column whose IN list it is in; `query`
/// is the whole query.
record Spot(
        String typed,
        int from,
        Optional<String> qualifier,
        Clause clause,
        List<Token> before,
        List<String> calls,
        Optional<String> listed,
        boolean openBrackets,
        Span query,
        List<Relation> relations,
        List<String> named) {

    private static final Set<String> EXPECTING = Set.of(
            "select",
            "distinct",
            "where",
            "and",
            "or",
            "not",
            "by",
            "on",
            "having",
            "qualify",
            "when",
            "then",
            "else",
            "case",
            "in",
            "like",
            "ilike",
            "between",
            "from",
            "join",
            "using",
            "limit",
            "offset",
            "escape",
            "partition");

    private static final Set<String> COMPARING =
            Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=", "like", "ilike", "between");

    Spot {
        before = List.copyOf(before);
        calls = List.copyOf(calls);
        relations = List.copyOf(relations);
        named = List.copyOf(named);
    }

    boolean people() {
        return relations.stream().anyMatch(Relation::people);
    }

    /// A value, not what comes behind one.
    boolean expectsOperand() {
        if (before.isEmpty()) {
            return true;
        }
        var last = before.getLast();
        return switch (last.kind()) {
            case SIGN -> !last.is(")") && !last.is("]") && !(last.is("*") && before.size() == 1);
            case WORD -> EXPECTING.contains(last.meaning());
            case NAME, STRING, NUMBER, COMMENT -> false;
        };
    }

    boolean ends(String word) {
        return !before.isEmpty() && before.getLast().is(word);
    }

    boolean isIn(Set<String> functions) {
        return !calls.isEmpty() && functions.contains(calls.getLast());
    }

    /// The column that a value at this place would be compared with.
    Optional<Known> compared() {
        if (listed.isPresent()) {
            return find(listed.get());
        }
        int at = before.size() - 1;
        if (at < 0) {
            return Optional.empty();
        }
        if (before.get(at).is("and")) {
            boolean between = at >= 3 && before.get(at - 2).is("between");
            return between ? column(at - 3) : Optional.empty();
        }
        if (!COMPARING.contains(before.get(at).meaning())) {
            return Optional.empty();
        }
        return column(at > 0 && before.get(at - 1).is("not") ? at - 2 : at - 1);
    }

    private Optional<Known> column(int at) {
        return at >= 0 && before.get(at).canName() ? find(before.get(at).unquoted()) : Optional.empty();
    }

    /// The columns that may be named here: all, or those of the table before the dot.
    List<Known> known() {
        return relations.stream()
                .filter(relation -> qualifier.isEmpty() || relation.name().equalsIgnoreCase(qualifier.get()))
                .flatMap(relation -> relation.columns().stream())
                .toList();
    }

    Optional<Known> find(String name) {
        return Relations.find(relations, name);
    }

    /// The names of the columns in GROUP BY; empty where there is none, or GROUP BY ALL.
    List<String> grouped() {
        return query.items(Clause.GROUP_BY).stream()
                .flatMap(item -> item.reference().stream())
                .filter(name -> !name.equalsIgnoreCase("all") && !name.equals(typed))
                .toList();
    }

    boolean groupsByName() {
        return query.has(Clause.GROUP_BY)
                && query.items(Clause.GROUP_BY).stream()
                        .noneMatch(item -> item.size() == 1 && item.token(0).is("all"));
    }
}
