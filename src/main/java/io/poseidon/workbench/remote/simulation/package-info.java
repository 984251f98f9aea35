/// Shards in this process, on a clock of their own and with scripted faults: for demonstrations and for tests.
@NullMarked
package io.poseidon.workbench.remote.simulation;

import org.jspecify.annotations.NullMarked;
