package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.spec.SealSpec.Naming;
import io.poseidon.workbench.sealing.spec.SealSpec.Protection;
import io.poseidon.workbench.sealing.spec.SealSpec.Title;
import io.poseidon.workbench.sealing.spec.SealSpec.Version;
import io.poseidon.workbench.sealing.spec.Source.Period;
import io.poseidon.workbench.sealing.spec.Source.Tolerance;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;

/// YAML to specification. Whatever does not fit is a problem that names line and column.
final class SpecReader {

    private static final Rational DEFAULT_TOLERANCE = Rational.of(1, 20);
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Path folder;

    SpecReader(Path folder) {
        this.folder = folder;
    }

    SealSpec read(Document root) {
        root.onlyKeys(
                "seal",
                "product",
                "edition",
                "publisher",
                "title",
                "table",
                "contributor",
                "row",
                "period",
                "validation",
                "dimensions",
                "measures",
                "maximumCellsPerContributor",
                "minimumCohort",
                "delta",
                "shares",
                "overlap",
                "versions",
                "ledger",
                "licence",
                "prices");
        if (root.required("seal").integer() != 1) {
            throw root.required("seal").expected("1, the only format there is");
        }
        var dimensions = TableReader.dimensions(root.required("dimensions"));
        var measures = TableReader.measures(root.required("measures"));
        TableReader.requireDistinctNames(root, dimensions, measures);
        var versions = versions(root.required("versions"));
        return new SealSpec(
                naming(root),
                source(root),
                dimensions,
                measures,
                protection(root, dimensions, measures),
                versions,
                OfferReader.offer(root, versions),
                root.optional("ledger").map(path -> folder.resolve(path.text())));
    }

    private static Naming naming(Document root) {
        var title = root.required("title").onlyKeys("en", "ko");
        return new Naming(
                named(root.required("product")),
                named(root.required("edition")),
                sentence(root.required("publisher")),
                new Title(sentence(title.required("en")), sentence(title.required("ko"))),
                TableReader.name(root.required("table")));
    }

    private static Source source(Document root) {
        return new Source(
                root.required("contributor").text(),
                root.optional("row").map(SpecReader::row).orElse(List.of()),
                period(root.required("period").onlyKeys("column", "from", "to")),
                root.optional("validation")
                        .map(SpecReader::tolerance)
                        .orElse(new Tolerance(DEFAULT_TOLERANCE, new EnumMap<>(Rejection.class))));
    }

    /// One column or a list of them.
    private static List<String> row(Document row) {
        var columns = row.isList() ? row.items().stream().map(Document::text).toList() : List.of(row.text());
        if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
            throw row.expected("one column, or a list of columns that together tell a contributor's rows apart");
        }
        return columns;
    }

    private static Period period(Document period) {
        return new Period(
                period.optional("column").map(Document::text),
                period.required("from").text(),
                period.required("to").text());
    }

    private static Tolerance tolerance(Document validation) {
        validation.onlyKeys("maximumRejected", "missing", "unparsable", "outOfPeriod", "outOfDomain", "duplicate");
        var shares = new EnumMap<Rejection, Rational>(Rejection.class);
        for (var reason : Rejection.values()) {
            validation.optional(reason.key()).ifPresent(share -> shares.put(reason, probability(share)));
        }
        return new Tolerance(
                validation
                        .optional("maximumRejected")
                        .map(SpecReader::probability)
                        .orElse(DEFAULT_TOLERANCE),
                shares);
    }

    private static Rational probability(Document share) {
        var value = share.rational();
        if (value.signum() < 0 || value.compareTo(Rational.ONE) > 0) {
            throw share.expected("a share from 0 to 1");
        }
        return value;
    }

    private static Protection protection(Document root, List<Dimension> dimensions, List<Measure> measures) {
        var delta = root.required("delta");
        if (delta.rational().signum() <= 0 || delta.rational().compareTo(Rational.of(1, 1000)) > 0) {
            throw delta.expected("over 0 and at most 0.001");
        }
        return new Protection(
                atLeast(root.required("maximumCellsPerContributor"), 1),
                atLeast(root.required("minimumCohort"), 2),
                delta.rational(),
                TableReader.shares(root, measures),
                TableReader.overlap(root, dimensions));
    }

    private static List<Version> versions(Document versions) {
        var rhos = new HashSet<Rational>();
        var read = versions.entries().entrySet().stream()
                .map(entry -> version(entry.getKey(), entry.getValue(), rhos))
                .sorted(Comparator.comparing(Version::rho).reversed())
                .toList();
        if (read.isEmpty() || read.size() > 16) {
            throw versions.expected("1 to 16 versions");
        }
        return read;
    }

    private static Version version(String name, Document document, HashSet<Rational> rhos) {
        var rho = positive(document.onlyKeys("rho").required("rho"));
        if (!name.matches(NAME)) {
            throw document.expected("named with letters, digits, dots, dashes and underscores");
        }
        if (!rhos.add(rho)) {
            throw document.expected("different from every other version in rho");
        }
        return new Version(name, rho);
    }

    static Rational positive(Document number) {
        var value = number.rational();
        if (value.signum() <= 0) {
            throw number.expected("over 0");
        }
        return value;
    }

    static int atLeast(Document number, int least) {
        if (number.integer() < least) {
            throw number.expected("at least " + least);
        }
        return number.integer();
    }

    private static String named(Document name) {
        if (!name.text().matches(NAME)) {
            throw name.expected("up to 64 letters, digits, dots, dashes and underscores");
        }
        return name.text();
    }

    /// A text for people that a manifest can carry.
    private static String sentence(Document text) {
        boolean control = text.text().codePoints().anyMatch(Character::isISOControl);
        if (text.text().isBlank() || text.text().length() > 200 || control) {
            throw text.expected("1 to 200 characters on one line");
        }
        return text.text();
    }
}
