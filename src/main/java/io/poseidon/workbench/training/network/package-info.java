/// Small dense networks and their gradient descent on our own Vector API kernel; may use model only.
@NullMarked
package io.poseidon.workbench.training.network;

import org.jspecify.annotations.NullMarked;
