package io.poseidon.workbench.crypto.age;

/// Somebody a file can be sealed to.
public interface KeyWrapper {

    /// The type that its stanzas carry.
    String type();

    Stanza wrap(FileKey key);
}
