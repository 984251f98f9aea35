package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.model.Problem;
import java.util.Set;

/// Which of the screen's texts belongs to a failure.
final class FailureTexts {

    private static final Set<String> OWN = Set.of(
            "damaged",
            "unknown-signer",
            "wrong-signature",
            "newer-format",
            "not-your-licence",
            "not-yet-valid",
            "expired");

    private FailureTexts() {}

    static String key(Problem problem) {
        return OWN.contains(problem.code()) ? problem.code() : "other";
    }
}
