package io.poseidon.workbench.sealing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement.Nesting;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement.Share;
import io.poseidon.workbench.bundle.manifest.ReleaseMark;
import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.privacy.account.Zcdp;
import io.poseidon.workbench.sealing.spec.Measure;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a manifest states about one version, all of it derived from the specification, the noise plan and the sealed
/// cells.
final class Statements {

    static final String CONTRIBUTORS = "contributors";

    private static final String THEOREM =
            "Lower versions are the best one plus independent N_Z(tau^2) noise: post-processing, so all versions"
                + " together cost the best version's rho (Bun and Steinke 2016). Alone, a lower version is as good as"
                + " one discrete Gaussian of its stated variance up to the slack in every log-ratio: at most 5 exp(-2"
                + " pi^2 s^2) for each step, s^2 = 1/(1/sigma^2 + 1/tau^2) >= 2 (after Kairouz, Liu and Steinke"
                + " 2021).";

    private final Edition edition;
    private final int level;

    Statements(Edition edition, int level) {
        this.edition = edition;
        this.level = level;
    }

    Description describe(Cells cells, ReleaseMark mark, Instant created) {
        var spec = edition.spec();
        var version = spec.versions().get(level);
        return new Description(
                edition(spec),
                new Description.Version(version.name(), version.rho()),
                List.of(schema()),
                privacy(),
                policy().toString(),
                new CellQuality(edition, cells, level).scores(),
                prices(spec),
                mark,
                created);
    }

    private static Description.Edition edition(SealSpec spec) {
        var naming = spec.naming();
        var period = spec.source().period();
        return new Description.Edition(
                naming.product(),
                naming.edition(),
                naming.publisher(),
                new Description.Title(naming.title().english(), naming.title().korean()),
                new Description.Period(period.column().orElse("period"), period.from(), period.to()));
    }

    Schema schema() {
        var spec = edition.spec();
        var columns = new ArrayList<Column>();
        spec.dimensions()
                .forEach(dimension -> columns.add(Column.dimension(
                        dimension.name(),
                        dimension.domain().type(),
                        dimension.domain().labels())));
        columns.add(contributors());
        for (int i = 0; i < spec.measures().size(); i++) {
            columns.add(measure(spec.measures().get(i), variance(i + 1)));
        }
        return new Schema(spec.naming().table(), columns);
    }

    private Column contributors() {
        return new Column(
                CONTRIBUTORS,
                Role.COUNT,
                ColumnType.INTEGER,
                Optional.empty(),
                List.of(),
                Optional.of(new Bounds(Rational.ZERO, Rational.ONE)),
                Optional.of(variance(0)));
    }

    private static Column measure(Measure measure, Rational variance) {
        return new Column(
                measure.name(),
                measure.role(),
                measure.step().isInteger() ? ColumnType.INTEGER : ColumnType.DECIMAL,
                measure.unit(),
                List.of(),
                Optional.of(measure.bounds()),
                Optional.of(variance.times(measure.step()).times(measure.step())));
    }

    private Rational variance(int column) {
        return edition.plan().levels().get(level).variances().get(column);
    }

    private PrivacyStatement privacy() {
        var spec = edition.spec();
        var rho = spec.versions().get(level).rho();
        var delta = spec.protection().delta();
        return new PrivacyStatement(
                rho,
                shares(),
                epsilon(rho, delta),
                delta,
                Math.toIntExact(spec.cellsPerContributor()),
                spec.protection().minimumCohort(),
                edition.plan().threshold(level),
                nesting());
    }

    private static Rational epsilon(Rational rho, Rational delta) {
        return Rational.of(Zcdp.epsilon(rho, delta).epsilon());
    }

    private List<Share> shares() {
        var rhos = edition.plan().levels().get(level).rhos();
        var shares = new ArrayList<Share>();
        shares.add(new Share(CONTRIBUTORS, rhos.getFirst()));
        for (int i = 0; i < edition.spec().measures().size(); i++) {
            shares.add(new Share(edition.spec().measures().get(i).name(), rhos.get(i + 1)));
        }
        return shares;
    }

    /// In every version of an edition that has several, the best one too, whose slack is zero.
    private Optional<Nesting> nesting() {
        var best = edition.spec().best();
        var slack = edition.plan().slack(level).map(Statements::stated).orElse(Rational.ZERO);
        return edition.spec().versions().size() == 1
                ? Optional.empty()
                : Optional.of(new Nesting(best.name(), best.rho(), THEOREM, slack));
    }

    /// Rounded up to three digits; far below what a double can hold it stands as 1e-300.
    private static Rational stated(double slack) {
        return Rational.of(new BigDecimal(Math.max(slack, 1e-300)).round(new MathContext(3, RoundingMode.UP)));
    }

    /// The cells rules of a buyer's policy for the sealed table.
    private ObjectNode policy() {
        var policy = JsonNodeFactory.instance.objectNode();
        policy.put("policy", 1);
        var table = policy.putObject("tables").putObject(edition.spec().naming().table());
        table.put("kind", "cells");
        var overlap = table.putArray("overlap");
        edition.spec().protection().overlap().forEach(overlap::add);
        var columns = table.putObject("columns");
        schema().columns()
                .forEach(column ->
                        columns.put(column.name(), column.type().name().toLowerCase(Locale.ROOT)));
        var purpose = policy.putArray("purpose");
        edition.spec().offer().purposes().forEach(purpose::add);
        return policy;
    }

    /// From the least to the most precise.
    private static PriceMenu prices(SealSpec spec) {
        return new PriceMenu(spec.versions().reversed().stream()
                .map(version -> new PriceMenu.Item(
                        version.name(),
                        version.rho(),
                        spec.offer().price(version.name()),
                        Optional.of(epsilon(version.rho(), spec.protection().delta()))))
                .toList());
    }
}
