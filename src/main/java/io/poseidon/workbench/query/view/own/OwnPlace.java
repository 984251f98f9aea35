package io.poseidon.workbench.query.view.own;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.upload.Upload;
import java.nio.file.Path;

/// What own tables are laid beside: the cells of a purchase, or the rows of a shard. Any thread.
public interface OwnPlace {

    /// Tells this place from others, also in a later session.
    String key();

    /// Whether a table here that is not the asker's has that name.
    boolean isTaken(String name);

    /// Reads a file as the table of that name; a problem where it is none that can be used here. Belongs into a job.
    Upload read(String name, Path file, Progress progress);
}
