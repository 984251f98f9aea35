package io.poseidon.workbench.sealing;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.privacy.SeededBits;
import io.poseidon.workbench.sealing.release.CellTotals;
import io.poseidon.workbench.sealing.release.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// One known data set sealed a thousand times in all three versions, with the noise, the thresholds and the schema of
/// the real thing. All releases of a version lie in one table with their number as a dimension, so that one question
/// asks them all. A few cells are so small that suppression hides them in some releases and shows them in others.
final class Releases {

    static final int COUNT = 1_000;

    /// One dimension more than the sealed table has; a domain of one value leaves the number of declared cells alone.
    private static final Column NUMBER = Column.dimension("release", ColumnType.INTEGER, List.of("0"));

    private static final String SPEC = Specs.SMALL
            .replace("region: [Seoul, Busan]", "region: [Seoul, Busan, Daegu, Jeju]")
            .replace(
                    "age_band: {from: age, bins: [20, 30]}",
                    "age_band: {from: age, bins: [20, 30, 40]}\n  month: [7, 8, 9]")
            .replace("min: -100", "min: 0")
            .replace("maximumCellsPerContributor: 2", "maximumCellsPerContributor: 3");

    private final Edition edition;
    private final List<Cells[]> sealings = new ArrayList<>();
    private final long[][] exact;

    Releases(Path folder, long seed) throws IOException {
        edition = Edition.read(Specs.write(folder, SPEC));
        exact = known(Math.toIntExact(edition.spec().cells()), new SplittableRandom(seed));
        var bits = new SeededBits(seed);
        for (int i = 0; i < COUNT; i++) {
            var totals = new CellTotals(new long[][] {exact[0].clone(), exact[1].clone(), exact[2].clone()});
            var release = Release.draw(totals, edition.plan(), bits, Progress.NONE);
            sealings.add(IntStream.range(0, versions())
                    .mapToObj(version -> new Cells(edition, release, version))
                    .toArray(Cells[]::new));
        }
    }

    /// Bounded totals: contributors, their spending of 150 to 600 won each, one to five payments each.
    private static long[][] known(int cells, SplittableRandom random) {
        var totals = new long[3][cells];
        for (int cell = 0; cell < cells; cell++) {
            totals[0][cell] = cell % 9 == 4 ? random.nextLong(15, 70) : random.nextLong(300, 3_000);
            totals[1][cell] = totals[0][cell] * random.nextLong(150, 600);
            totals[2][cell] = totals[0][cell] * random.nextLong(1, 6);
        }
        return totals;
    }

    int versions() {
        return edition.spec().versions().size();
    }

    int cells() {
        return exact[0].length;
    }

    /// The sealed schema, and the number of the release before it.
    Schema schema(int version) {
        var columns = new ArrayList<>(List.of(NUMBER));
        columns.addAll(new Statements(edition, version).schema().columns());
        return new Schema("spend", columns);
    }

    boolean isShown(int release, int version, int cell) {
        return sealings.get(release)[version].isShown(cell);
    }

    /// 0 contributors, 1 amount, 2 payments; without noise.
    long exact(int column, int cell) {
        return exact[column][cell];
    }

    /// A label of a cell, from 0 on; dimensions in the schema's order.
    int label(int cell, int dimension) {
        int block = cells();
        for (int i = 0; i <= dimension; i++) {
            block /= edition.spec().dimensions().get(i).domain().labels().size();
        }
        int labels =
                edition.spec().dimensions().get(dimension).domain().labels().size();
        return cell / block % labels;
    }

    /// The sealed tables of one version, release after release, for the caller to close.
    ArrowTable table(Engine engine, int version) {
        var numbers = new ArrayList<Long>();
        var columns = schema(version).columns().stream()
                .skip(1)
                .map(column -> new ArrayList<Object>())
                .toList();
        for (int release = 0; release < COUNT; release++) {
            try (var sealed = sealings.get(release)[version].table(engine)) {
                for (int row = 0; row < sealed.count(); row++) {
                    numbers.add((long) release);
                    for (int column = 0; column < columns.size(); column++) {
                        columns.get(column).add(sealed.value(column, row).orElse(null));
                    }
                }
            }
        }
        return stacked(engine, version, numbers, columns);
    }

    @SuppressWarnings("unchecked")
    private ArrowTable stacked(Engine engine, int version, List<Long> numbers, List<ArrayList<Object>> columns) {
        var builder = ArrowTable.builder(engine, "spend").integers(NUMBER.name(), numbers);
        for (int i = 0; i < columns.size(); i++) {
            var column = schema(version).columns().get(i + 1);
            if (column.type() == ColumnType.TEXT) {
                builder.texts(column.name(), (List<String>) (List<?>) columns.get(i));
            } else {
                builder.integers(column.name(), (List<Long>) (List<?>) columns.get(i));
            }
        }
        return builder.build();
    }
}
