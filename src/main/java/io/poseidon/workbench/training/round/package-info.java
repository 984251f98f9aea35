/// What a coordinator and its shards say to each other in a round, and the port they say it through.
@NullMarked
package io.poseidon.workbench.training.round;

import org.jspecify.annotations.NullMarked;
