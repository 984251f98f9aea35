/// Made-up people, and the shards that answer about them: weak ones from plain parts, and the real one.
@NullMarked
package io.poseidon.workbench.query.theatre.stage;

import org.jspecify.annotations.NullMarked;
