/// The demonstration: the whole story on the sample, with its own relay and shards as child processes.
@NullMarked
package io.poseidon.workbench.app.demo;

import org.jspecify.annotations.NullMarked;
