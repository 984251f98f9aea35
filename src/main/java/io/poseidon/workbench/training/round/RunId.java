package io.poseidon.workbench.training.round;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// One run of a plan; unguessable, so that messages of one run fit no other.
public record RunId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a run's id");
        }
    }

    public static RunId fresh() {
        var bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return new RunId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
