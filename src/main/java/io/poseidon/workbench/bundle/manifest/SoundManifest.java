package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// The statements of a manifest that must agree with one another. A publisher's mistake is found before sealing, a
/// stranger's invention before anything is shown.
final class SoundManifest {

    private static final long MOST_CELLS = 1L << 53;

    private SoundManifest() {}

    static void check(Manifest manifest) {
        var tables = manifest.tables();
        hold(!tables.isEmpty() && distinct(tables, Schema::table), "tables");
        tables.forEach(SoundManifest::checkColumns);
        var partsOfTables = manifest.parts().stream().map(Part::table).toList();
        hold(partsOfTables.equals(tables.stream().map(Schema::table).toList()), "parts");
        checkPrivacy(manifest);
    }

    private static void checkColumns(Schema table) {
        hold(!table.columns().isEmpty() && distinct(table.columns(), Column::name), "tables");
        for (var column : table.dimensions()) {
            hold(!column.domain().isEmpty() && distinct(column.domain(), value -> value), "tables");
        }
        hold(hasCountableCells(table), "tables");
    }

    /// The domains multiply to a number that can be said.
    private static boolean hasCountableCells(Schema table) {
        long cells = 1;
        for (var column : table.dimensions()) {
            if (cells > MOST_CELLS / column.domain().size()) {
                return false;
            }
            cells *= column.domain().size();
        }
        return true;
    }

    private static void checkPrivacy(Manifest manifest) {
        var privacy = manifest.privacy();
        hold(privacy.rho().equals(manifest.version().rho()), "privacy.rho");
        hold(distinct(privacy.shares(), PrivacyStatement.Share::column), "privacy.shares");
        var sum = privacy.shares().stream().map(PrivacyStatement.Share::rho).reduce(Rational.ZERO, Rational::plus);
        hold(sum.compareTo(privacy.rho()) <= 0, "privacy.shares");
        hold(privacy.threshold() >= privacy.minimumCohort(), "privacy.threshold");
    }

    private static <T> boolean distinct(List<T> items, Function<T, String> name) {
        var seen = new HashSet<String>();
        return items.stream().map(name).allMatch(seen::add);
    }

    private static void hold(boolean sound, String place) {
        if (!sound) {
            throw Damage.at(Manifest.ENTRY + ": " + place);
        }
    }
}
