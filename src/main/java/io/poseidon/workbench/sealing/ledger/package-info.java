/// The privacy budget of a contributor population, kept durably: what may be spent, what every edition spent, and the
/// releases that were paid for.
@NullMarked
package io.poseidon.workbench.sealing.ledger;

import org.jspecify.annotations.NullMarked;
