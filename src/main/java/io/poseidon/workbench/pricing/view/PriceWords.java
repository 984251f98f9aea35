package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.ShoppingList;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sentences about versions and prices at this moment, in the language of the moment.
final class PriceWords {

    private final Words words;
    private final Terms terms;

    PriceWords(Words words, Terms terms) {
        this.words = words;
        this.terms = terms;
    }

    Formats formats() {
        return Formats.in(words.language());
    }

    String money(Rational amount) {
        return Amounts.money(formats(), amount, terms.currency());
    }

    /// The version of this precision; menus have each precision once.
    int version(Rational precision) {
        return IntStream.range(0, terms.size())
                .filter(i -> terms.precision(i).equals(precision))
                .findFirst()
                .orElseThrow();
    }

    String name(Rational precision) {
        return terms.version(version(precision)).name();
    }

    /// 2 × plus + 1 × bronze
    String purchases(ShoppingList list) {
        return list.cover().purchases().reversed().stream()
                .map(purchase ->
                        purchase.count() + " × " + name(purchase.offer().precision()))
                .collect(Collectors.joining(" + "));
    }

    /// What the axis says at a version.
    String reading(int version, PricingViewModel.Reading reading) {
        return switch (reading) {
            case PRECISION -> formats().tidy(terms.precision(version).toDouble());
            case RHO -> "ρ " + formats().tidy(terms.version(version).rho().toDouble());
            case CELL -> half(version);
            case EPSILON -> "ε " + formats().number(terms.version(version).epsilon(), 2);
        };
    }

    /// ± 23.5 M
    String half(int version) {
        return terms.halfWidth(version)
                .map(half -> "± " + formats().compact(half))
                .orElse("–");
    }
}
