package io.poseidon.workbench.sealing;

import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.nio.file.Files;

/// The ledger of a specification that names none: its population is the one edition, its budget the best version's rho.
final class OwnLedger {

    private OwnLedger() {}

    static String population(Edition edition) {
        return edition.id() + " alone";
    }

    /// Makes it where it is missing. A ledger that the specification names has to be there already.
    static void ensure(Edition edition) {
        if (edition.hasOwnLedger() && !Files.exists(edition.ledger())) {
            ReleaseLedger.init(
                    edition.ledger(), population(edition), edition.spec().best().rho());
        }
    }
}
