package io.poseidon.workbench.crypto.age;

import java.util.Optional;

/// A secret that opens what was sealed to its recipient. Closing zeroes it.
public interface KeyUnwrapper extends AutoCloseable {

    /// Empty where the stanza is of another kind or for somebody else; a malformed stanza of our kind is a problem.
    Optional<FileKey> unwrap(Stanza stanza);

    @Override
    void close();
}
