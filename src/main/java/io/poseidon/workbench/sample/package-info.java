/// Makes the sample data, deterministically, from published population figures. May use model, engine, crypto, policy,
/// sealing.
@NullMarked
package io.poseidon.workbench.sample;

import org.jspecify.annotations.NullMarked;
