package io.poseidon.workbench.query;

import io.poseidon.workbench.engine.text.Parsed;
import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.policy.Statement;

/// From text to what a policy can decide on: the engine's parser on one side, the policy's sealed tree on the other.
/// Any thread.
public final class StatementReader {

    private final SqlText parser;

    public StatementReader(SqlText parser) {
        this.parser = parser;
    }

    public Statement read(String sql) {
        return Statement.screen(sql).orElseGet(() -> parsed(sql));
    }

    private Statement parsed(String sql) {
        return switch (parser.parse(sql)) {
            case Parsed.Tree tree -> Statement.read(tree.answer(), sql);
            case Parsed.Unreadable unreadable -> {
                var place = unreadable.place();
                yield switch (unreadable.reason()) {
                    case SYNTAX -> Statement.failed(sql, place.line(), place.column(), place.length());
                    case STATEMENT -> Statement.notSelect(sql);
                    case LIMIT -> Statement.tooLarge(sql);
                };
            }
        };
    }
}
