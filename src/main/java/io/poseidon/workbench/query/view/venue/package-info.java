/// Where the query screen asks: the choice between the purchase and shards, and what is shown while a shard opens.
@NullMarked
package io.poseidon.workbench.query.view.venue;

import org.jspecify.annotations.NullMarked;
