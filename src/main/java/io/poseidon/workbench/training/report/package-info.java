/// What a run leaves behind in figures: results by round, lost shards, and their JSON.
@NullMarked
package io.poseidon.workbench.training.report;

import org.jspecify.annotations.NullMarked;
