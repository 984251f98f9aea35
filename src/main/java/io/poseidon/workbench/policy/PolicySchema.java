package io.poseidon.workbench.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The shape of a policy document as JSON Schema (draft 2020-12), for editors and other tools. What it refuses the
/// reader refuses too; the reader checks more, such as names that must exist elsewhere in the document.
public final class PolicySchema {

    private static final String RESOURCE = "policy.schema.json";

    private PolicySchema() {}

    public static String text() {
        try (var in = Objects.requireNonNull(PolicySchema.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
