package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.upload.Upload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What own tables are laid beside: the cells of a purchase, or the rows of a shard. Any thread.
public interface OwnPlace {

    /// Where own tables go.
    enum Kind {
        /// They stay in this process.
        CELLS,
        /// They are sent to the shard and frozen there.
        ROWS
    }

    /// Tells this place from others, also in a later session.
    String key();

    /// What a table from that file is called here.
    String nameFor(Path file);

    /// The tables that are taken here, as a person reads them; none where any will do.
    List<String> declared();

    /// Reads a file as the table of that name; a problem where it is none that can be used here. Belongs into a job.
    Upload read(String name, Path file, Progress progress);

    /// The digest of the table that a fresh one would stand in for, which needs consent. `known` is the digest of what
    /// was used under its name before. Belongs into a job.
    Optional<String> before(Upload fresh, Optional<String> known);
}
