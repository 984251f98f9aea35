/// The Training screen: plan, preflight, shards, rounds, curves, what is saved, and who sees what.
@NullMarked
package io.poseidon.workbench.training.view;

import org.jspecify.annotations.NullMarked;
