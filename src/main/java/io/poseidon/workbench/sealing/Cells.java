package io.poseidon.workbench.sealing;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.TableBuilder;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.release.Release;
import io.poseidon.workbench.sealing.spec.Dimension;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One version of a release as the table that is sealed: a row for every declared cell, in the order of the domain, and
/// NULL in every count and measure of a cell that is not shown, so that empty and suppressed look the same.
final class Cells {

    private final Edition edition;
    private final Release release;
    private final int level;
    private final long threshold;

    Cells(Edition edition, Release release, int level) {
        this.edition = edition;
        this.release = release;
        this.level = level;
        this.threshold = edition.plan().threshold(level);
    }

    int count() {
        return release.cells();
    }

    boolean isShown(int cell) {
        return release.isShown(level, cell, threshold);
    }

    /// In steps; only shown cells may be asked for.
    long value(int column, int cell) {
        if (!isShown(cell)) {
            throw new IllegalStateException("a suppressed cell has no value");
        }
        return release.value(level, column, cell);
    }

    /// The table, for the caller to close.
    ArrowTable table(Engine engine) {
        var spec = edition.spec();
        var builder = ArrowTable.builder(engine, spec.naming().table());
        int block = count();
        for (var dimension : spec.dimensions()) {
            block /= dimension.domain().labels().size();
            dimension(builder, dimension, block);
        }
        builder.integers(Statements.CONTRIBUTORS, shown(cell -> value(0, cell)));
        for (int i = 0; i < spec.measures().size(); i++) {
            measure(builder, spec, i);
        }
        return builder.build();
    }

    private void dimension(TableBuilder builder, Dimension dimension, int block) {
        var labels = dimension.domain().labels();
        if (dimension.domain().type() == ColumnType.INTEGER) {
            var numbers = labels.stream().map(Long::valueOf).toList();
            builder.integers(dimension.name(), all(cell -> numbers.get(cell / block % numbers.size())));
        } else {
            builder.texts(dimension.name(), all(cell -> labels.get(cell / block % labels.size())));
        }
    }

    private void measure(TableBuilder builder, SealSpec spec, int index) {
        var measure = spec.measures().get(index);
        var step = measure.step();
        if (step.isInteger()) {
            long unit = step.numerator().longValueExact();
            builder.integers(measure.name(), shown(cell -> Math.multiplyExact(value(index + 1, cell), unit)));
        } else {
            int scale = measure.decimals();
            builder.decimals(measure.name(), scale, shown(cell -> inUnits(value(index + 1, cell), step, scale)));
        }
    }

    private static BigDecimal inUnits(long steps, Rational step, int scale) {
        return Rational.of(steps).times(step).toDecimal(scale, RoundingMode.UNNECESSARY);
    }

    private <T> List<T> all(IntFunction<T> value) {
        return new AbstractList<>() {
            @Override
            public T get(int cell) {
                return value.apply(cell);
            }

            @Override
            public int size() {
                return count();
            }
        };
    }

    private <T> List<@Nullable T> shown(IntFunction<T> value) {
        return new AbstractList<>() {
            @Override
            public @Nullable T get(int cell) {
                return isShown(cell) ? value.apply(cell) : null;
            }

            @Override
            public int size() {
                return count();
            }
        };
    }
}
