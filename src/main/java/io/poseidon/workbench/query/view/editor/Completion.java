package io.poseidon.workbench.query.view.editor;

import io.poseidon.workbench.model.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Words that may follow what is being typed: columns and tables of the purchase first, then functions, then SQL.
final class Completion {

    private static final int MOST = 12;
    private static final List<String> FUNCTIONS =
            List.of("sum(", "avg(", "count(*)", "min(", "max(", "median(", "round(");

    private Completion() {}

    /// The word that ends at the caret.
    static String prefix(String text, int caret) {
        int from = caret;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '_')) {
            from--;
        }
        return text.substring(from, caret);
    }

    static List<Proposal> at(String text, int caret, List<Schema> schemas) {
        var prefix = prefix(text, caret);
        return of(prefix, schemas).stream()
                .map(word -> new Proposal(
                        word, Proposal.Kind.KEYWORD, "", caret - prefix.length(), prefix.length()))
                .toList();
    }

    static List<String> of(String prefix, List<Schema> schemas) {
        var start = prefix.toLowerCase(Locale.ROOT);
        var names = schemas.stream()
                .flatMap(schema -> Stream.concat(
                        schema.columns().stream().map(column -> column.name()), Stream.of(schema.table())));
        var keywords = SqlColours.KEYWORDS.stream().sorted().map(word -> word.toUpperCase(Locale.ROOT));
        return Stream.of(names, FUNCTIONS.stream(), keywords)
                .flatMap(words -> words)
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(start) && !word.equalsIgnoreCase(prefix))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
