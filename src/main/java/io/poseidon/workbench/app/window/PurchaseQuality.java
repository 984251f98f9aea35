package io.poseidon.workbench.app.window;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.quality.ClearedTable;
import io.poseidon.workbench.quality.DatasetCard;
import io.poseidon.workbench.quality.Population;
import io.poseidon.workbench.quality.Subject;
import java.util.Optional;

/// What the Quality place judges of a purchase: its first table.
public final class PurchaseQuality {

    private PurchaseQuality() {}

    /// Copies the table's shown cells, so the bundle may be closed meanwhile and afterwards; of one that is closed
    /// already there is nothing to judge.
    public static Optional<Subject> of(OpenedBundle bundle, Population population) {
        try (var hold = bundle.hold()) {
            return Optional.of(subject(bundle, population));
        } catch (CancelledException closed) {
            return Optional.empty();
        }
    }

    private static Subject subject(OpenedBundle bundle, Population population) {
        var manifest = bundle.manifest();
        var schema = manifest.tables().getFirst();
        var rows = bundle.table(schema.table()).orElseThrow();
        return new Subject(
                ClearedTable.of(schema, rows), manifest.privacy().threshold(), Optional.of(population), card(bundle));
    }

    private static DatasetCard card(OpenedBundle bundle) {
        var manifest = bundle.manifest();
        var edition = manifest.edition();
        var licence = bundle.licence();
        return new DatasetCard(
                new DatasetCard.Title(edition.title().english(), edition.title().korean()),
                edition.publisher(),
                edition.period().column() + " " + edition.period().from() + " – "
                        + edition.period().to(),
                manifest.privacy().rho(),
                manifest.privacy().minimumCohort(),
                manifest.privacy().maximumCellsPerContributor(),
                String.join(", ", licence.purpose()) + " · " + licence.until());
    }
}
