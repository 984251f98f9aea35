package io.poseidon.workbench.pricing;

import java.util.List;

/// The relaxed verdict: prices never fall and unit prices never rise along precision. Stricter than the exact test,
/// decided in one pass, and true of the whole interpolated curve, not of the menu's points alone.
public record RelaxedTest(boolean monotone, boolean unitPriceNonIncreasing) {

    public static RelaxedTest check(Menu menu) {
        var offers = menu.ascending();
        boolean monotone = true;
        boolean unit = true;
        for (int i = 1; i < offers.size(); i++) {
            var lower = offers.get(i - 1);
            var higher = offers.get(i);
            monotone &= lower.price().compareTo(higher.price()) <= 0;
            unit &= lower.unitPrice().compareTo(higher.unitPrice()) >= 0;
        }
        return new RelaxedTest(monotone, unit);
    }

    public boolean holds() {
        return monotone && unitPriceNonIncreasing;
    }

    /// Whether no *pair* of purchases undercuts an offer. Never a certificate: three purchases may.
    public static boolean noPairUndercuts(Menu menu) {
        var offers = menu.offers();
        for (int i = 0; i < offers.size(); i++) {
            for (int j = i; j < offers.size(); j++) {
                if (undercuts(offers.get(i), offers.get(j), offers)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean undercuts(Offer one, Offer other, List<Offer> offers) {
        var precision = one.precision().plus(other.precision());
        var cost = one.price().plus(other.price());
        return offers.stream()
                .anyMatch(target -> precision.compareTo(target.precision()) >= 0 && cost.compareTo(target.price()) < 0);
    }
}
