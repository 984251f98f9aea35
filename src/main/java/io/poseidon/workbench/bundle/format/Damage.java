package io.poseidon.workbench.bundle.format;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// What is said when bytes are not what a sealed file has there.
public final class Damage {

    private Damage() {}

    /// `place` is a name of the format (`manifest.json: parts[0].size`), never a value that stands in the file.
    public static Problem at(String place) {
        return Problem.of(Kind.NOT_VERIFIED, Damage.class, "damaged", place);
    }
}
