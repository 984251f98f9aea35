package io.poseidon.workbench.sealing;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.ledger.Neighbour;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import io.poseidon.workbench.sealing.ledger.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The ledger of a specification that names none: its population is the one edition, its budget the best version's rho.
final class OwnLedger {

    private OwnLedger() {}

    static String population(Edition edition) {
        return edition.id() + " alone";
    }

    /// Editions of the same product that have ledgers of their own beside this one and can be about the same rows. No
    /// budget holds their sum.
    static List<Neighbour> beside(Edition edition, Terms terms) {
        var folder = Objects.requireNonNull(edition.ledger().toAbsolutePath().getParent());
        var start = edition.spec().naming().product() + "-";
        var found = new ArrayList<Neighbour>();
        try (var files = Files.newDirectoryStream(folder, "*.ledger")) {
            for (var file : files) {
                boolean other = !file.equals(edition.ledger().toAbsolutePath())
                        && file.getFileName().toString().startsWith(start);
                if (other) {
                    ReleaseLedger.show(file).neighbours(terms).forEach(known -> found.add(known.uncounted()));
                }
            }
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Sealing.class, "folder-unreadable", folder)
                    .because(e);
        }
        return found;
    }

    /// Makes it where it is missing. A ledger that the specification names has to be there already.
    static void ensure(Edition edition) {
        if (edition.hasOwnLedger()) {
            ReleaseLedger.ensure(
                    edition.ledger(), population(edition), edition.spec().best().rho());
        }
    }
}
