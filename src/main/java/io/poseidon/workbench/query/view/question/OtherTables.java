package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.result.Result;
import io.poseidon.workbench.query.text.Token;
import io.poseidon.workbench.query.text.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which own tables an answer was computed with that hold something else by now.
final class OtherTables {

    private OtherTables() {}

    /// By name; none where the question names none that changed. `then` is where it was asked, with the tables of then.
    static List<String> of(Result answer, Optional<Venue> then, Optional<Venue> now) {
        if (then.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        var present = now.get().provenance().own();
        var changed = then.get().provenance().own().entrySet().stream()
                .filter(table -> !table.getValue().equals(present.get(table.getKey())))
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        var named = names(answer.sql());
        return changed.stream()
                .map(Map.Entry::getKey)
                .filter(table -> named.contains(table.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Set<String> names(String sql) {
        return Tokens.withoutComments(sql).stream()
                .filter(Token::canName)
                .map(Token::meaning)
                .collect(Collectors.toSet());
    }
}
