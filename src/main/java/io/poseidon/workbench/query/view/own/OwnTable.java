package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.upload.Upload;
import java.nio.file.Path;
import java.util.Optional;

/// An own table as it stands on screen. `known` is the digest of what was used under its name before, in this session
/// or an earlier one.
public sealed interface OwnTable {

    String name();

    /// Where it came from, or should have.
    Path file();

    /// What questions see at the moment.
    Optional<Here> used();

    Optional<String> known();

    /// Its file is being read.
    record Reading(String name, Path file, Optional<Here> used, Optional<String> known) implements OwnTable {}

    /// Questions see it.
    ///
    /// @param replaces whether the person said that it stands in for another one
    record Here(Upload upload, Path file, boolean replaces) implements OwnTable {

        @Override
        public String name() {
            return upload.name();
        }

        @Override
        public Optional<Here> used() {
            return Optional.of(this);
        }

        @Override
        public Optional<String> known() {
            return Optional.of(upload.digest());
        }
    }

    /// The file holds another table than was used before; questions do not see it until the person says so.
    record Changed(Upload fresh, Path file, Optional<Here> used, String before) implements OwnTable {

        @Override
        public String name() {
            return fresh.name();
        }

        @Override
        public Optional<String> known() {
            return Optional.of(before);
        }
    }

    /// The file cannot be used.
    record Broken(String name, Path file, Problem problem, Optional<Here> used, Optional<String> known)
            implements OwnTable {}
}
