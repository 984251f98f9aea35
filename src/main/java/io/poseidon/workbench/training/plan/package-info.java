/// The training plan: read strictly, written canonically.
@NullMarked
package io.poseidon.workbench.training.plan;

import org.jspecify.annotations.NullMarked;
