package io.poseidon.workbench.bundle.view.signed;

import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import java.math.RoundingMode;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The versions of this edition side by side: price, error and privacy are three readings of one axis, precision being
/// proportional to rho.
public final class VersionOffers {

    /// The two-sided 95 % point of the normal distribution.
    private static final double Z = 1.96;

    private final Words words;
    private final Formats formats;
    private final Manifest manifest;
    private final Optional<Column> measure;

    VersionOffers(Words words, Manifest manifest) {
        this.words = words;
        this.formats = Formats.in(words.language());
        this.manifest = manifest;
        this.measure = manifest.tables().getFirst().measures().stream()
                .filter(column -> column.role() == Role.MEASURE)
                .findFirst();
    }

    String caption() {
        var delta = ManifestCards.delta(manifest.privacy().delta().toDouble());
        return measure.map(column -> words.now("versions.caption", column.name(), delta))
                .orElseGet(() -> words.now("versions.caption.count", delta));
    }

    Node row() {
        var offers = manifest.description().prices().items().stream()
                .map(this::offer)
                .toArray(Node[]::new);
        return new Evenly(8, offers);
    }

    private Node offer(PriceMenu.Item item) {
        boolean bought = item.version().equals(manifest.version().name());
        var top = Labels.row(
                Labels.strong(item.version()), Labels.spring(), bought ? bought() : Labels.muted(money(item.price())));
        var privacy = Labels.small(privacy(item, bought));
        privacy.getStyleClass().add("priv");
        privacy.setMinWidth(Label.USE_PREF_SIZE);
        var bottom = Labels.row(
                Labels.small(error(item.rho())), Labels.muted(words.text("a-cell")), Labels.spring(), privacy);
        bottom.setSpacing(4);
        var box = new VBox(4, top, bottom);
        box.getStyleClass().add("card");
        box.setStyle("-fx-padding: 7px 11px;"
                + (bought ? " -fx-border-color: -c-accent; -fx-background-color: -c-selected;" : ""));
        return box;
    }

    private Label bought() {
        var label = Labels.bound(words.text("bought"), "t12", "strong", "accent");
        label.setGraphic(Icons.of(Feather.CHECK, 12, "accent"));
        return label;
    }

    /// σ² is proportional to 1/ρ over the versions of an edition.
    private String error(Rational rho) {
        double ratio = manifest.version().rho().over(rho).toDouble();
        return measure.map(column -> "± " + formats.compact(Z * column.sigma() * Math.sqrt(ratio)))
                .orElse("");
    }

    private String privacy(PriceMenu.Item item, boolean bought) {
        var rho = "ρ " + formats.number(item.rho().toDouble(), 2);
        var epsilon = bought ? Optional.of(manifest.privacy().epsilon()) : item.epsilon();
        return rho
                + epsilon.map(value -> " · ε " + formats.number(value.toDouble(), 2))
                        .orElse("");
    }

    private String money(Money price) {
        return money(formats, price);
    }

    public static String money(Formats formats, Money price) {
        var amount = price.amount();
        if (price.currency().equals("KRW")
                && amount.isInteger()
                && amount.numerator().bitLength() < Long.SIZE) {
            return formats.won(amount.numerator().longValueExact());
        }
        return amount.toDecimal(2, RoundingMode.HALF_EVEN).toPlainString() + " " + price.currency();
    }
}
