package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.query.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tokens of one query, or of one item of a list, without the brackets around it.
record Span(List<Token> tokens) {

    Span {
        tokens = List.copyOf(tokens);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    Span from(int index) {
        return new Span(tokens.subList(Math.min(index, size()), size()));
    }

    /// Positions of the tokens that stand in no inner brackets; the brackets themselves do.
    BitSet outside() {
        var positions = new BitSet();
        int depth = 0;
        for (int i = 0; i < size(); i++) {
            if (token(i).is(")")) {
                depth = Math.max(0, depth - 1);
            }
            positions.set(i, depth == 0);
            if (token(i).is("(")) {
                depth++;
            }
        }
        return positions;
    }

    /// What stands in the brackets that open at a position; to the end where they are not closed.
    Span inside(int open) {
        int depth = 0;
        for (int i = open; i < size(); i++) {
            if (token(i).is("(")) {
                depth++;
            } else if (token(i).is(")") && --depth == 0) {
                return new Span(tokens.subList(open + 1, i));
            }
        }
        return from(open + 1);
    }

    static Optional<Clause> clause(Token token) {
        return token.kind() == Token.Kind.WORD ? Clause.startedBy(token.meaning()) : Optional.empty();
    }

    boolean has(Clause clause) {
        return outside().stream()
                .mapToObj(this::token)
                .anyMatch(token -> clause(token).filter(clause::equals).isPresent());
    }

    /// The items of a clause: what stands between its commas (and joins), without the words that begin it.
    List<Span> items(Clause wanted) {
        var items = new ArrayList<Span>();
        var item = new ArrayList<Token>();
        var now = Clause.START;
        var outside = outside();
        for (int i = 0; i < size(); i++) {
            var token = token(i);
            var begun = outside.get(i) ? clause(token) : Optional.<Clause>empty();
            boolean between = outside.get(i) && token.is(",");
            if (begun.isPresent() || between) {
                add(items, item);
                now = begun.orElse(now);
            } else if (now == wanted && !(item.isEmpty() && opens(token))) {
                item.add(token);
            }
        }
        add(items, item);
        return items;
    }

    private static boolean opens(Token token) {
        return token.is("by") || token.is("distinct") || token.is("recursive");
    }

    private static void add(List<Span> items, List<Token> item) {
        if (!item.isEmpty()) {
            items.add(new Span(item));
            item.clear();
        }
    }

    /// The name of a column written as `name` or `table.name`; empty for anything else.
    Optional<String> reference() {
        boolean plain = size() == 1 && token(0).canName();
        boolean qualified = size() == 3 && token(0).canName() && token(1).is(".") && token(2).canName();
        return plain || qualified ? Optional.of(tokens.getLast().unquoted()) : Optional.empty();
    }

    /// The name an output was given, or the column it is.
    Optional<String> outputName() {
        int as = IntStream.range(0, size())
                .filter(i -> token(i).is("as"))
                .reduce((first, second) -> second)
                .orElse(-1);
        if (as >= 0) {
            return as + 1 < size() ? Optional.of(token(as + 1).unquoted()) : Optional.empty();
        }
        boolean trailing = size() > 1
                && tokens.getLast().canName()
                && (token(size() - 2).canName() || token(size() - 2).is(")"));
        return trailing ? Optional.of(tokens.getLast().unquoted()) : reference();
    }

    /// The same without the name it was given.
    Span withoutName() {
        for (int i = 0; i < size(); i++) {
            if (token(i).is("as")) {
                return new Span(tokens.subList(0, i));
            }
        }
        return reference().isEmpty() && outputName().isPresent() ? new Span(tokens.subList(0, size() - 1)) : this;
    }

    boolean calls(String... functions) {
        return IntStream.range(0, size() - 1)
                .anyMatch(i -> token(i + 1).is("(") && List.of(functions).contains(token(i).meaning()));
    }
}
