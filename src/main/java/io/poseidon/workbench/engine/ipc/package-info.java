/// Arrow IPC streams from sources nobody vouches for: every declared size is checked before it is believed.
@NullMarked
package io.poseidon.workbench.engine.ipc;

import org.jspecify.annotations.NullMarked;
