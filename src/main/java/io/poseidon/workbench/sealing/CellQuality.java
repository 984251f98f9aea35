package io.poseidon.workbench.sealing;

import io.poseidon.workbench.bundle.manifest.QualityScore;
import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Quality scores that follow from the sealed cells alone, so that they cost no privacy and a buyer can check them.
/// Exact on whole numbers, rounded to six decimals.
final class CellQuality {

    private static final int DECIMALS = 6;

    private final Edition edition;
    private final Cells cells;
    private final int level;

    CellQuality(Edition edition, Cells cells, int level) {
        this.edition = edition;
        this.cells = cells;
        this.level = level;
    }

    List<QualityScore> scores() {
        int shown = 0;
        for (int cell = 0; cell < cells.count(); cell++) {
            shown += cells.isShown(cell) ? 1 : 0;
        }
        var scores = new ArrayList<QualityScore>();
        scores.add(share("completeness", "cells shown / cells declared", shown));
        scores.add(share("suppression", "cells suppressed or empty / cells declared", cells.count() - shown));
        scores.add(noise(0, Statements.CONTRIBUTORS, shown));
        for (int i = 0; i < edition.spec().measures().size(); i++) {
            scores.add(noise(i + 1, edition.spec().measures().get(i).name(), shown));
        }
        return scores;
    }

    private QualityScore share(String dimension, String formula, int part) {
        var evidence = part + " of " + cells.count() + " declared cells";
        return score(dimension, Rational.of(part, cells.count()), formula, evidence);
    }

    /// The part of the sum of squares of the shown cells that noise is expected to make up; one where it is all noise.
    private QualityScore noise(int column, String name, int shown) {
        var squares = BigInteger.ZERO;
        for (int cell = 0; cell < cells.count(); cell++) {
            if (cells.isShown(cell)) {
                var value = BigInteger.valueOf(cells.value(column, cell));
                squares = squares.add(value.multiply(value));
            }
        }
        var noise = edition.plan().levels().get(level).variances().get(column).times(Rational.of(shown));
        var sum = new Rational(squares, BigInteger.ONE);
        var share = sum.compareTo(noise) <= 0 ? Rational.ONE : noise.over(sum);
        return score(
                "noise-share-" + name,
                share,
                "cells shown * sigma^2 / sum of squares of the shown cells, at most 1",
                shown + " cells shown, variance of the noise as the schema states it");
    }

    private static QualityScore score(String dimension, Rational value, String formula, String evidence) {
        var rounded = Rational.of(value.toDecimal(DECIMALS, RoundingMode.HALF_EVEN));
        return new QualityScore(dimension, rounded, Optional.empty(), formula, evidence, Optional.empty());
    }
}
