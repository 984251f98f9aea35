package io.poseidon.workbench.app.window;

import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.pricing.scenario.Market;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.privacy.account.Zcdp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the Pricing place shows of a purchase, read from its manifest.
public final class PurchaseTerms {

    private PurchaseTerms() {}

    /// Empty where the manifest's menu does not hold the version bought, or has two versions of one precision.
    public static Optional<Terms> of(Manifest manifest, Optional<Market> market) {
        var items = manifest.description().prices().items().stream()
                .sorted(Comparator.comparing(PriceMenu.Item::rho))
                .toList();
        long distinct = items.stream().map(PriceMenu.Item::rho).distinct().count();
        var bought = IntStream.range(0, items.size())
                .filter(i -> items.get(i).version().equals(manifest.version().name()))
                .findFirst();
        if (bought.isEmpty() || distinct < items.size()) {
            return Optional.empty();
        }
        var delta = manifest.privacy().delta();
        return Optional.of(new Terms(
                items.stream().map(item -> version(item, delta)).toList(),
                bought.getAsInt(),
                measure(manifest.description()),
                market.filter(found -> fits(found, items))));
    }

    private static Terms.Version version(PriceMenu.Item item, Rational delta) {
        return new Terms.Version(
                item.version(),
                item.rho(),
                item.price(),
                Zcdp.epsilon(item.rho(), delta).epsilon().doubleValue());
    }

    private static Optional<Terms.Measure> measure(Description description) {
        return description.tables().stream()
                .flatMap(table -> table.measures().stream())
                .filter(column ->
                        column.role() == Role.MEASURE && column.noiseVariance().isPresent())
                .findFirst()
                .map(PurchaseTerms::measure);
    }

    private static Terms.Measure measure(Column column) {
        return new Terms.Measure(column.name(), column.unit().orElse(""), column.sigma());
    }

    /// A survey tells about these versions when it asked for their precisions.
    private static boolean fits(Market market, List<PriceMenu.Item> items) {
        var asked = market.survey().versions().stream()
                .map(version -> version.precision())
                .toList();
        return asked.equals(items.stream().map(PriceMenu.Item::rho).toList());
    }
}
