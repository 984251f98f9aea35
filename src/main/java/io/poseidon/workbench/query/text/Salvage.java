package io.poseidon.workbench.query.text;

import io.poseidon.workbench.policy.Decision.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the SELECT that somebody may have meant who wrote another statement: the first of several, the one inside
/// `CREATE … AS` or `COPY (…)`, the table of SUMMARIZE, the groups of PIVOT. From tokens alone; what is found is a
/// proposal to be decided like any text.
public final class Salvage {

    /// A text to try, and what it changes.
    public record Attempt(String sql, Change change) {}

    private static final Set<String> QUERIES = Set.of("select", "with", "from");
    private static final Set<String> SHOWS = Set.of("summarize", "describe", "show", "desc", "table");

    private final String sql;
    private final List<Token> tokens;

    private Salvage(String sql) {
        this.sql = sql;
        this.tokens = Tokens.withoutComments(sql);
    }

    /// The most likely first.
    public static List<Attempt> of(String sql) {
        var salvage = new Salvage(sql);
        var attempts = new ArrayList<Attempt>();
        if (!salvage.tokens.isEmpty()) {
            salvage.first().ifPresent(text -> attempts.add(new Attempt(text, Change.FIRST_STATEMENT)));
            salvage.pivot().ifPresent(text -> attempts.add(new Attempt(text, Change.PLAIN_STATEMENT)));
            salvage.inner().ifPresent(text -> attempts.add(new Attempt(text, Change.PLAIN_STATEMENT)));
            salvage.shown().ifPresent(text -> attempts.add(new Attempt(text, Change.PLAIN_STATEMENT)));
        }
        return attempts;
    }

    private Optional<String> first() {
        return tokens.stream()
                .filter(token ->
                        token.is(";") && token.end() < sql.stripTrailing().length())
                .findFirst()
                .map(token -> sql.substring(0, token.start()));
    }

    /// From its SELECT to the end, or to the bracket that closes around it.
    private Optional<String> inner() {
        int start = 1;
        while (start < tokens.size() && !QUERIES.contains(tokens.get(start).meaning())) {
            start++;
        }
        if (start >= tokens.size() || QUERIES.contains(tokens.getFirst().meaning())) {
            return Optional.empty();
        }
        int depth = 0;
        for (var token : tokens.subList(start, tokens.size())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || token.is(";")) {
                return Optional.of(sql.substring(tokens.get(start).start(), token.start()));
            }
        }
        return Optional.of(sql.substring(tokens.get(start).start()));
    }

    private Optional<String> shown() {
        boolean shows = tokens.size() > 1
                && SHOWS.contains(tokens.getFirst().meaning())
                && tokens.get(1).canName()
                && !QUERIES.contains(tokens.get(1).meaning());
        return shows ? Optional.of("SELECT * FROM " + tokens.get(1).text()) : Optional.empty();
    }

    /// `PIVOT t ON c USING sum(x) GROUP BY g` holds the groups of g and c.
    private Optional<String> pivot() {
        int on = position("on");
        boolean pivots =
                Set.of("pivot", "pivot_wider").contains(tokens.getFirst().meaning());
        if (!pivots || on < 2) {
            return Optional.empty();
        }
        int using = position("using");
        int group = position("group");
        var columns = between(on, using < 0 ? group : using);
        var number = using < 0 ? "count(*)" : between(using, group);
        var rows = group < 0 ? "" : between(group + 1, -1) + ", ";
        return Optional.of("SELECT " + rows + columns + ", " + number + " FROM " + between(0, on) + " GROUP BY ALL");
    }

    private int position(String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /// The text after one token and before another, or to the end.
    private String between(int after, int before) {
        int end = before < 0 ? sql.length() : tokens.get(before).start();
        return sql.substring(tokens.get(after).end(), end).replace(";", "").strip();
    }
}
