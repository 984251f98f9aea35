package io.poseidon.workbench.query.completion;

import java.util.Optional;

/// The parts of a SELECT, by the word that begins them.
enum Clause {
    START,
    WITH,
    SELECT,
    FROM,
    ON,
    USING,
    WHERE,
    GROUP_BY,
    HAVING,
    QUALIFY,
    ORDER_BY,
    LIMIT,
    /// Something that only starts with SELECT: a set operation, VALUES.
    OTHER;

    static Optional<Clause> startedBy(String word) {
        return switch (word) {
            case "with" -> Optional.of(WITH);
            case "select" -> Optional.of(SELECT);
            case "from", "join" -> Optional.of(FROM);
            case "on" -> Optional.of(ON);
            case "using" -> Optional.of(USING);
            case "where" -> Optional.of(WHERE);
            case "group" -> Optional.of(GROUP_BY);
            case "having" -> Optional.of(HAVING);
            case "qualify" -> Optional.of(QUALIFY);
            case "order" -> Optional.of(ORDER_BY);
            case "limit", "offset" -> Optional.of(LIMIT);
            case "union", "except", "intersect", "values", "window" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }
}
