/// From contributions to cells to a bundle: bounding, noise, suppression, versions, release ledger. May use model,
/// engine, crypto, privacy, policy, bundle.
@NullMarked
package io.poseidon.workbench.sealing;

import org.jspecify.annotations.NullMarked;
