package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.query.text.Token;
import io.poseidon.workbench.query.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out where a caret stands in a text that need not be finished. Used by one thread, once.
final class SpotReader {

    private static final Set<String> NO_FUNCTIONS = Set.of(
            "in",
            "and",
            "or",
            "not",
            "where",
            "select",
            "from",
            "join",
            "on",
            "using",
            "having",
            "by",
            "as",
            "when",
            "then",
            "else",
            "between",
            "exists",
            "values",
            "distinct",
            "union",
            "all",
            "except",
            "intersect",
            "like",
            "any",
            "is",
            "materialized");

    private enum Kind {
        QUERY,
        CALL,
        BRACKETS
    }

    /// Brackets that are open at the caret: `begin` is the first token inside, `opener` the one before the bracket.
    private record Frame(Kind kind, int begin, Optional<Token> opener, List<Token> tokens) {}

    private final Catalog catalog;
    private final List<Token> all;
    private final List<Frame> frames = new ArrayList<>();
    private final int caret;

    SpotReader(Catalog catalog, String text, int caret) {
        this.catalog = catalog;
        this.all = Tokens.all(text);
        this.caret = caret;
    }

    /// Empty in comments, finished texts and numbers, where nothing can be offered.
    Optional<Spot> read() {
        var touched = all.stream()
                .filter(token -> token.start() < caret && caret <= token.end())
                .findFirst();
        if (touched.filter(this::isClosedTo).isPresent()) {
            return Optional.empty();
        }
        var current = touched.filter(this::isTyped);
        int from = current.map(Token::start).orElse(caret);
        var typed =
                current.map(token -> token.text().substring(0, caret - from)).orElse("");
        var tokens =
                all.stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
        var before = tokens.stream().filter(token -> token.end() <= from).toList();
        boolean dotted = before.size() > 1
                && before.getLast().is(".")
                && before.get(before.size() - 2).canName();
        var qualifier = dotted ? Optional.of(before.get(before.size() - 2).unquoted()) : Optional.<String>empty();
        open(tokens, dotted ? before.size() - 2 : before.size());
        return Optional.of(spot(typed, from, qualifier, tokens));
    }

    private boolean isClosedTo(Token token) {
        return switch (token.kind()) {
            case COMMENT ->
                caret < token.end() || !token.closed() || token.text().startsWith("--");
            case NUMBER -> true;
            case STRING -> token.closed();
            case NAME -> token.closed() && caret < token.end();
            case WORD, SIGN -> false;
        };
    }

    private boolean isTyped(Token token) {
        return switch (token.kind()) {
            case WORD, STRING -> true;
            case NAME -> !token.closed();
            case NUMBER, SIGN, COMMENT -> false;
        };
    }

    private void open(List<Token> tokens, int count) {
        frames.add(new Frame(Kind.QUERY, 0, Optional.empty(), new ArrayList<>()));
        for (int i = 0; i < count; i++) {
            var token = tokens.get(i);
            if (token.is("(")) {
                var opener = i == 0 ? Optional.<Token>empty() : Optional.of(tokens.get(i - 1));
                frames.getLast().tokens().add(token);
                frames.add(new Frame(kind(tokens, i, opener), i + 1, opener, new ArrayList<>()));
                continue;
            }
            if (token.is(")") && frames.size() > 1) {
                frames.removeLast();
            } else if (token.is(";")) {
                frames.subList(1, frames.size()).clear();
            }
            frames.getLast().tokens().add(token);
        }
    }

    private Kind kind(List<Token> tokens, int open, Optional<Token> opener) {
        var next = open + 1 < tokens.size() ? tokens.get(open + 1).meaning() : "";
        if (Set.of("select", "with", "from").contains(next)) {
            return Kind.QUERY;
        }
        boolean function = opener.filter(token -> token.canName() && !NO_FUNCTIONS.contains(token.meaning()))
                .isPresent();
        boolean inner = opener.filter(
                        token -> Set.of("from", "join", "as", "exists").contains(token.meaning()))
                .isPresent();
        return inner ? Kind.QUERY : function ? Kind.CALL : Kind.BRACKETS;
    }

    private Spot spot(String typed, int from, Optional<String> qualifier, List<Token> tokens) {
        Map<String, Relation> named = Map.of();
        var query = new Span(tokens);
        var calls = new ArrayList<String>();
        var clause = Clause.START;
        for (var frame : frames) {
            if (frame.kind() == Kind.QUERY) {
                query = frame.begin() == 0 ? new Span(tokens) : new Span(tokens).inside(frame.begin() - 1);
                named = new Relations(catalog, named).all(query, from);
                clause = clause(frame);
                calls.clear();
            } else if (frame.kind() == Kind.CALL) {
                calls.add(frame.opener().map(Token::meaning).orElse(""));
            }
        }
        var relations = query.has(Clause.FROM) || clause != Clause.SELECT
                ? new Relations(catalog, named).of(query)
                : catalog.likely();
        var last = frames.getLast();
        var before = last.kind() == Kind.QUERY ? sinceClause(last.tokens()) : last.tokens();
        return new Spot(
                typed,
                from,
                qualifier,
                clause,
                before,
                calls,
                listed(),
                last.kind() != Kind.QUERY,
                query,
                relations,
                List.copyOf(named.keySet()));
    }

    /// In `column IN (` and `column NOT IN (` the column.
    private Optional<String> listed() {
        var last = frames.getLast();
        if (last.kind() != Kind.BRACKETS
                || last.opener().filter(token -> token.is("in")).isEmpty()) {
            return Optional.empty();
        }
        var around = frames.get(frames.size() - 2).tokens();
        int in = around.size() - 2;
        int column = in > 0 && around.get(in - 1).is("not") ? in - 2 : in - 1;
        return column >= 0 && around.get(column).canName()
                ? Optional.of(around.get(column).unquoted())
                : Optional.empty();
    }

    private static Clause clause(Frame frame) {
        return frame.tokens().stream()
                .flatMap(token -> Span.clause(token).stream())
                .reduce((first, second) -> second)
                .orElse(Clause.START);
    }

    private static List<Token> sinceClause(List<Token> tokens) {
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (Span.clause(tokens.get(i)).isPresent()) {
                start = i + 1;
            }
        }
        return tokens.subList(start, tokens.size());
    }
}
