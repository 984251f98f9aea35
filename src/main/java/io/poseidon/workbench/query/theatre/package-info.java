/// The published attacks as scripted scenes on made-up people: played against shards that lack a defence, built here
/// from plain parts, and against the one that answers in earnest (`stage`), by what `script` says. What is learnt is measured, not told. Start at
/// [io.poseidon.workbench.query.theatre.Theatre].
@NullMarked
package io.poseidon.workbench.query.theatre;

import org.jspecify.annotations.NullMarked;
