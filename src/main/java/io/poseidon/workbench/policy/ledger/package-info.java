/// The privacy ledger: what each buyer's organisation has spent, append-only and chained.
@NullMarked
package io.poseidon.workbench.policy.ledger;

import org.jspecify.annotations.NullMarked;
