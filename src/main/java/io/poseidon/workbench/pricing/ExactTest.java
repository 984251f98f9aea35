package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The exact verdict on a finite menu under independent releases: a monotone subadditive curve runs through all
/// offers exactly when no multiset of offers covers one for less. Equal cost is no arbitrage.
///
/// The problem is coNP-hard in the number of digits. Where the exact table is out of reach, the relaxed test or a
/// coarser grid may still decide: rounding offers up and targets down can only make covers cheaper, so "free" stays
/// true; rounding the other way keeps a shopping list true. What neither decides is refused, never guessed.
public final class ExactTest {

    private static final long COARSE = 200_000;

    private ExactTest() {}

    public static Certificate check(Menu menu) {
        var offers = menu.ascending();
        var targets = offers.stream().map(Offer::precision).toList();
        return CheapestCovers.within(offers, targets)
                .map(covers -> verdict(dearest(offers, covers)))
                .orElseGet(() -> outOfReach(menu));
    }

    /// Under nested releases a better version is the only rival of an offer.
    public static Certificate checkNested(Menu menu) {
        var offers = menu.ascending();
        Optional<ShoppingList> found = Optional.empty();
        for (var target : offers) {
            for (var rival : offers) {
                if (rival.precision().compareTo(target.precision()) >= 0
                        && rival.price().compareTo(target.price()) < 0) {
                    found = better(found, target, Cover.of(List.of(new Purchase(rival, 1))));
                }
            }
        }
        return verdict(found);
    }

    private static Optional<ShoppingList> dearest(List<Offer> offers, CheapestCovers covers) {
        Optional<ShoppingList> found = Optional.empty();
        for (int i = 0; i < offers.size(); i++) {
            found = better(found, offers.get(i), covers.cheapest(i));
        }
        return found;
    }

    private static Optional<ShoppingList> better(Optional<ShoppingList> known, Offer target, Cover cover) {
        var saving = target.price().minus(cover.cost());
        var toBeat = known.map(ShoppingList::saving).orElse(Rational.ZERO);
        return saving.compareTo(toBeat) > 0 ? Optional.of(new ShoppingList(target, cover)) : known;
    }

    private static Certificate verdict(Optional<ShoppingList> list) {
        return list.<Certificate>map(Certificate.Arbitrage::new).orElseGet(Certificate.Free::new);
    }

    private static Certificate outOfReach(Menu menu) {
        if (RelaxedTest.check(menu).holds()) {
            return new Certificate.Free();
        }
        var offers = menu.ascending();
        var unit = offers.getLast().precision().over(Rational.of(COARSE));
        var found = roundedAgainst(offers, unit);
        if (found.isPresent()) {
            return verdict(found);
        }
        if (freeWhenRounded(offers, unit)) {
            return new Certificate.Free();
        }
        throw Problem.of(Problem.Kind.INPUT, ExactTest.class, "pricing-undecided", offers.size());
    }

    /// Offers rounded down and targets up: a cover found here is a cover.
    private static Optional<ShoppingList> roundedAgainst(List<Offer> offers, Rational unit) {
        var usable = offers.stream()
                .filter(offer -> offer.precision().compareTo(unit) >= 0)
                .toList();
        var coarse = usable.stream()
                .map(offer -> new Offer(whole(offer.precision().over(unit).floor()), offer.price()))
                .toList();
        var targets = offers.stream()
                .map(offer -> whole(offer.precision().over(unit).ceiling()))
                .toList();
        var covers = CheapestCovers.within(coarse, targets);
        if (covers.isEmpty()) {
            return Optional.empty();
        }
        Optional<ShoppingList> found = Optional.empty();
        for (int i = 0; i < offers.size(); i++) {
            found = better(found, offers.get(i), original(covers.get().cheapest(i), coarse, usable));
        }
        return found;
    }

    private static Cover original(Cover cover, List<Offer> coarse, List<Offer> usable) {
        var purchases = new ArrayList<Purchase>();
        for (var purchase : cover.purchases()) {
            purchases.add(new Purchase(usable.get(coarse.indexOf(purchase.offer())), purchase.count()));
        }
        return Cover.of(purchases);
    }

    /// Offers rounded up and targets down: covers are at most cheaper than they really are.
    private static boolean freeWhenRounded(List<Offer> offers, Rational unit) {
        var coarse = offers.stream()
                .map(offer -> new Offer(whole(offer.precision().over(unit).ceiling()), offer.price()))
                .toList();
        var targets = offers.stream()
                .map(offer -> whole(offer.precision().over(unit).floor()))
                .toList();
        var covers = CheapestCovers.within(coarse, targets);
        if (covers.isEmpty()) {
            return false;
        }
        for (int i = 0; i < offers.size(); i++) {
            if (covers.get().cheapest(i).cost().compareTo(offers.get(i).price()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Rational whole(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }
}
