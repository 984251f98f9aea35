/// From exact totals to what may leave: noise for every version, nested steps, suppression.
@NullMarked
package io.poseidon.workbench.sealing.release;

import org.jspecify.annotations.NullMarked;
