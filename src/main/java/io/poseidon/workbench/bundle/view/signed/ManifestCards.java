package io.poseidon.workbench.bundle.view.signed;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.part.Facts;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the signed manifest says, in three cards.
public final class ManifestCards {

    private static final double NAMES = 80;

    private final Words words;
    private final Formats formats;
    private final Manifest manifest;

    public ManifestCards(Words words, Contents contents) {
        this.words = words;
        this.formats = Formats.in(words.language());
        this.manifest = contents.manifest();
    }

    public Card versions() {
        var offer = new VersionOffers(words, manifest);
        return Card.titled(words.text("versions"), offer.row()).extras(Labels.muted(offer.caption()));
    }

    public Card manifest() {
        return Card.titled(words.text("manifest"), new Evenly(24, what(), how()))
                .extras(Labels.muted(words.text("manifest.signed")));
    }

    private Facts what() {
        var edition = manifest.edition();
        var period = edition.period();
        return Facts.listed(NAMES)
                .add(words.text("product"), edition.product() + "-" + edition.edition())
                .add(words.text("publisher"), edition.publisher())
                .add(words.text("period"), words.now("period.of", period.column(), period.from(), period.to()))
                .add(words.text("created"), utc())
                .add(words.text("dimensions"), columns(Role.DIMENSION))
                .add(words.text("measures"), measures());
    }

    private Facts how() {
        var privacy = manifest.privacy();
        var statement = Labels.small(words.now(
                "statement.of",
                formats.number(privacy.rho().toDouble(), 2),
                formats.number(privacy.epsilon().toDouble(), 2),
                delta(privacy.delta().toDouble())));
        statement.getStyleClass().add("priv");
        return Facts.listed(NAMES)
                .add(words.text("bounds"), bounds())
                .add(words.text("per-person"), words.count("cells.most", privacy.maximumCellsPerContributor()))
                .add(
                        words.text("cohort"),
                        words.now("cohort.of", formats.whole(privacy.threshold()), privacy.minimumCohort()))
                .add(words.text("shown"), shown())
                .add(words.text("statement"), statement)
                .add(words.text("releases"), words.now(privacy.nesting().isPresent() ? "nested" : "single"));
    }

    /// `mark` and `key` say how the parts stand: `part.digest`, `part.open`, ….
    public Card parts(StateMark mark, String key) {
        return Card.titled(words.text("parts"), new PartsTable(words, manifest).table(mark, key))
                .flush()
                .extras(Labels.muted(words.count("parts.of", manifest.parts().size())));
    }

    private String utc() {
        var at = manifest.description().created().atOffset(ZoneOffset.UTC);
        return formats.date(at.toLocalDate()) + " " + formats.time(at.toLocalTime()) + " UTC";
    }

    private String columns(Role role) {
        return manifest.tables().getFirst().columns().stream()
                .filter(column -> column.role() == role)
                .map(column -> column.name() + " " + column.domain().size())
                .collect(Collectors.joining(" · "));
    }

    private String measures() {
        return manifest.tables().getFirst().measures().stream()
                .map(column -> column.name()
                        + column.unit().map(unit -> " (" + unit + ")").orElse(""))
                .collect(Collectors.joining(" · "));
    }

    private String bounds() {
        return manifest.tables().getFirst().measures().stream()
                .filter(column ->
                        column.role() == Role.MEASURE && column.bounds().isPresent())
                .map(this::bounds)
                .collect(Collectors.joining(" · "));
    }

    private String bounds(Column column) {
        var bounds = column.bounds().orElseThrow();
        return column.name() + " " + formats.tidy(bounds.min().toDouble()) + " – "
                + formats.tidy(bounds.max().toDouble());
    }

    /// Suppressed cells are rows too, so the number shown is what the signed completeness says of the declared cells.
    private String shown() {
        long declared = manifest.tables().stream().mapToLong(Schema::cells).sum();
        long rows = manifest.parts().stream().mapToLong(Part::rows).sum();
        long cells = manifest.description().quality().stream()
                .filter(score -> score.dimension().equals("completeness"))
                .findFirst()
                .map(score -> Math.round(score.value().toDouble() * declared))
                .orElse(rows);
        return words.now(
                "shown.of",
                formats.whole(cells),
                formats.whole(declared),
                formats.percent((double) cells / declared, 1));
    }

    static String delta(double delta) {
        return String.format(Locale.ROOT, "%.0e", delta).replace("e-0", "e-").replace("-", "−");
    }
}
