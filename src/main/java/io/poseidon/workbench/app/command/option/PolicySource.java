package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.bundle.Claims;
import io.poseidon.workbench.policy.PolicyDocument;
import java.nio.file.Path;

/// A policy as a file of its own, or as a sealed purchase carries it.
public final class PolicySource {

    private PolicySource() {}

    /// What a sealed file says is taken as it says it; `verify` tells whether that can be believed.
    public static PolicyDocument read(Path file) {
        if (file.toString().endsWith(".poseidon")) {
            var manifest = Claims.read(file).manifest();
            return PolicyDocument.parse(
                    "policy of " + file.getFileName(), manifest.description().policy());
        }
        return PolicyDocument.read(file);
    }
}
