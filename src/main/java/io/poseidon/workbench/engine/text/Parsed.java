package io.poseidon.workbench.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// What became of a text given to the parser.
public sealed interface Parsed {

    /// `json` is the parser's answer, and `answer` the same as it was read; `statements` is how many the text
    /// held; more than one is for the policy to refuse.
    record Tree(String json, JsonNode answer, int statements) implements Parsed {}

    record Unreadable(Reason reason, TextPlace place) implements Parsed {
        public Problem problem() {
            return Problem.of(Kind.REFUSED, Parsed.class, reason.name(), place.line(), place.column());
        }
    }

    enum Reason {
        /// No SQL: the place is where reading stopped.
        SYNTAX,
        /// SQL, but something other than SELECT.
        STATEMENT,
        /// Too long or too deeply nested to be read.
        LIMIT
    }
}
