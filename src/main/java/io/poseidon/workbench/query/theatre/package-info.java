/// The published attacks as scripted scenes on made-up people: played by what `script` says against shards that lack a
/// defence, built in `stage` from plain parts, and against the one that answers in earnest. What is learnt is measured,
/// not told. Start at [io.poseidon.workbench.query.theatre.Theatre].
@NullMarked
package io.poseidon.workbench.query.theatre;

import org.jspecify.annotations.NullMarked;
