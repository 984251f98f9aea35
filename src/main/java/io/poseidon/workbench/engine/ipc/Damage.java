package io.poseidon.workbench.engine.ipc;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// What is wrong with a stream, as a problem that names its table.
final class Damage {

    private Damage() {}

    /// `more` fills the places of the text after the table's name.
    static Problem in(String table, String code, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = table;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Problem.of(Kind.INPUT, Damage.class, code, arguments);
    }
}
