package io.poseidon.workbench.crypto.age;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// What can be wrong with an age file or key, one method a code.
public final class AgeProblem {

    private AgeProblem() {}

    /// The header does not follow the grammar, or a stanza that is ours is malformed.
    public static Problem header(String what) {
        return Problem.of(Kind.NOT_VERIFIED, AgeProblem.class, "age-header", what);
    }

    public static Problem armor(String what) {
        return Problem.of(Kind.NOT_VERIFIED, AgeProblem.class, "age-armor", what);
    }

    /// The header was changed after it was written.
    public static Problem headerChanged() {
        return Problem.of(Kind.NOT_VERIFIED, AgeProblem.class, "age-header-changed");
    }

    /// The payload was cut, extended or changed.
    public static Problem payload() {
        return Problem.of(Kind.NOT_VERIFIED, AgeProblem.class, "age-payload");
    }

    public static Problem noMatch() {
        return Problem.of(Kind.LOCKED, AgeProblem.class, "age-no-match");
    }

    public static Problem workFactor(int limit) {
        return Problem.of(Kind.NOT_VERIFIED, AgeProblem.class, "age-work-factor", limit);
    }

    /// Never repeats the key's text.
    public static Problem key(String what) {
        return Problem.of(Kind.INPUT, AgeProblem.class, "age-key", what);
    }

    public static Problem mixed() {
        return Problem.of(Kind.USAGE, AgeProblem.class, "age-recipients-mixed");
    }

    public static Problem noRecipient() {
        return Problem.of(Kind.USAGE, AgeProblem.class, "age-no-recipient");
    }
}
