package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;
import java.util.Collection;
import java.util.List;

/// Purchases which together reach a precision, from the least precise, with what they cost in all.
public record Cover(Rational cost, List<Purchase> purchases) {

    public Cover {
        purchases = List.copyOf(purchases);
    }

    static Cover of(Collection<Purchase> purchases) {
        var cost = purchases.stream().map(Purchase::cost).reduce(Rational.ZERO, Rational::plus);
        return new Cover(cost, List.copyOf(purchases));
    }

    /// Precision of the inverse-variance average of everything bought.
    public Rational precision() {
        return purchases.stream()
                .map(purchase -> purchase.offer().precision().times(Rational.of(purchase.count())))
                .reduce(Rational.ZERO, Rational::plus);
    }

    public long count() {
        return purchases.stream().mapToLong(Purchase::count).sum();
    }
}
