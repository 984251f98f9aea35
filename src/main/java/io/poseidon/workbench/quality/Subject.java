package io.poseidon.workbench.quality;

import java.util.Optional;

/// What quality is judged of: a table of a purchase with the threshold from which it shows cells, the population it
/// stands for, and what its publisher says about it.
public record Subject(ClearedTable table, long threshold, Optional<Population> population, DatasetCard card) {

    public QualityReport assess() {
        return QualityReport.of(table, threshold, population);
    }
}
