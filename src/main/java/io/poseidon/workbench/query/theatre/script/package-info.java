/// How the published attacks go: what is asked, and what is concluded. Start at
/// [io.poseidon.workbench.query.theatre.script.Programme].
@NullMarked
package io.poseidon.workbench.query.theatre.script;

import org.jspecify.annotations.NullMarked;
