package io.poseidon.workbench.app.window;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.pricing.scenario.Market;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.quality.Population;
import io.poseidon.workbench.quality.Subject;
import io.poseidon.workbench.shell.TopFacts.PurchaseLabel;
import io.poseidon.workbench.shell.home.RecentPurchase;
import io.poseidon.workbench.shell.home.RecentPurchases;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The purchase that is open, as each place wants to see it. On the toolkit's thread.
final class OpenBundle {

    private final ReadOnlyObjectProperty<Optional<OpenedBundle>> bundle;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<PurchaseLabel>> label = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Terms>> terms = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// `market` is what surveyed buyers would pay, where that is known.
    OpenBundle(ReadOnlyObjectProperty<Optional<OpenedBundle>> bundle, Words words, Optional<Market> market) {
        this.bundle = bundle;
        this.words = words;
        bundle.subscribe(opened -> {
            terms.set(opened.flatMap(found -> PurchaseTerms.of(found.manifest(), market)));
            subject.set(opened.flatMap(found -> PurchaseQuality.of(found, Population.korea())));
        });
        bundle.subscribe(opened -> showLabel());
        words.languageProperty().subscribe(language -> showLabel());
    }

    ObservableValue<Optional<PurchaseLabel>> label() {
        return label.getReadOnlyProperty();
    }

    ObservableValue<Optional<Path>> file() {
        return bundle.map(opened -> opened.map(OpenedBundle::file));
    }

    ObservableValue<Optional<Terms>> terms() {
        return terms.getReadOnlyProperty();
    }

    ObservableValue<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /// Keeps every purchase that is opened in the list of recent ones.
    void rememberIn(RecentPurchases recent, Clock clock) {
        bundle.subscribe(opened -> opened.ifPresent(found -> recent.remember(entry(found, clock))));
    }

    private RecentPurchase entry(OpenedBundle opened, Clock clock) {
        var edition = opened.manifest().edition();
        return new RecentPurchase(
                opened.file(),
                title(opened),
                edition.edition(),
                edition.publisher(),
                opened.manifest().version().name(),
                opened.licence().until(),
                opened.file().toFile().length(),
                clock.instant());
    }

    private void showLabel() {
        label.set(bundle.get()
                .map(opened -> new PurchaseLabel(
                        title(opened),
                        opened.manifest().edition().edition(),
                        opened.manifest().version().name(),
                        true)));
    }

    private String title(OpenedBundle opened) {
        var title = opened.manifest().edition().title();
        return words.language() == Language.KOREAN ? title.korean() : title.english();
    }
}
