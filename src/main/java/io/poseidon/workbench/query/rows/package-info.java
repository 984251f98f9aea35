/// Questions over rows of people, answered as a shard answers them: bounded, noisy, charged, audited. Uses engine,
/// policy and privacy.
@NullMarked
package io.poseidon.workbench.query.rows;

import org.jspecify.annotations.NullMarked;
