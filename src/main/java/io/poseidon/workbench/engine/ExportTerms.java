package io.poseidon.workbench.engine;

import io.poseidon.workbench.job.Progress;
import java.util.Map;

/// What goes along with an exported answer.
public record ExportTerms(Map<String, String> metadata, Progress progress) {
    public ExportTerms {
        metadata = Map.copyOf(metadata);
    }
}
