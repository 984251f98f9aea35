package io.poseidon.workbench.training.round;

import java.util.regex.Pattern;

/// A shard as its certificate names it.
public record ShardName(String value) implements Comparable<ShardName> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public ShardName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a shard's name");
        }
    }

    @Override
    public int compareTo(ShardName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
