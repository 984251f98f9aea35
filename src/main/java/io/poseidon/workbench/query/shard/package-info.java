/// A shard on this machine as a place to ask: its files, the one that is open, and those that were opened before.
@NullMarked
package io.poseidon.workbench.query.shard;

import org.jspecify.annotations.NullMarked;
