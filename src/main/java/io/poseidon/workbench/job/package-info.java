/// Background work: start, progress, cancellation, outcome. The only place that makes threads; may use nothing.
@NullMarked
package io.poseidon.workbench.job;

import org.jspecify.annotations.NullMarked;
