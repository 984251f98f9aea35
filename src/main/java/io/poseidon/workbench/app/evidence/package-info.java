/// Keys behind the evidence: signing it as the person or as the shard, and judging it.
@NullMarked
package io.poseidon.workbench.app.evidence;

import org.jspecify.annotations.NullMarked;
