package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A sealing specification: which rows become which cells of which edition, what one contributor may add to them, and
/// at which precisions they are sold. Versions stand from the most to the least precise.
public record SealSpec(
        Naming naming,
        Source source,
        List<Dimension> dimensions,
        List<Measure> measures,
        Protection protection,
        List<Version> versions,
        Offer offer,
        Optional<Path> ledger) {

    /// The largest table that is sealed: every declared cell is there, empty or not.
    public static final long LARGEST_TABLE = 1L << 22;

    /// What the edition is called.
    public record Naming(String product, String edition, String publisher, Title title, String table) {}

    public record Title(String english, String korean) {}

    /// What every contributor is promised. `shares` weigh rho over the contributor count and the measures; `overlap`
    /// names the dimensions over which one contributor may stand several times.
    public record Protection(
            int maximumCellsPerContributor, int minimumCohort, Rational delta, Shares shares, List<String> overlap) {}

    /// One precision on offer.
    public record Version(String name, Rational rho) {}

    public SealSpec {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        versions = List.copyOf(versions);
    }

    /// Reads a UTF-8 YAML file; paths in it are relative to it.
    public static SealSpec read(Path file) {
        return new SpecReader(Objects.requireNonNull(file.toAbsolutePath().getParent())).read(Document.read(file));
    }

    /// Number of declared cells.
    public long cells() {
        return dimensions.stream()
                .mapToLong(dimension -> dimension.domain().labels().size())
                .reduce(1, Math::multiplyExact);
    }

    /// L: no contributor can stand in more cells than there are.
    public long cellsPerContributor() {
        return Math.min(protection.maximumCellsPerContributor(), cells());
    }

    public Version best() {
        return versions.getFirst();
    }

    public Optional<Version> version(String name) {
        return versions.stream().filter(version -> version.name().equals(name)).findFirst();
    }
}
