/// Price curves, certificates, optimisation, contributor values. Exact arithmetic; may use model.
@NullMarked
package io.poseidon.workbench.pricing;

import org.jspecify.annotations.NullMarked;
