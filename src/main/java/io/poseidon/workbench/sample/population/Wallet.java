package io.poseidon.workbench.sample.population;

import io.poseidon.workbench.sample.population.Figures.Category;

/// A person's purchases: how many in each category and month, and for how much. One stream of random numbers for each
/// month, so that a quarter can be drawn without the rest of the year. Immutable; safe for any thread.
public final class Wallet {

    /// Takes one purchase.
    @FunctionalInterface
    public interface Till {
        void purchase(int category, long won);
    }

    private static final int HABITS = 1;
    private static final int MONTHS = 100;
    private static final double INCOME_WEIGHT = 0.28;
    private static final double APPETITE_WEIGHT = 0.40;
    private static final long LEAST = 100;
    private static final long UNIT = 10;

    private final Population population;
    private final Person person;
    private final double factor;
    private final double unrest;
    private final double[] means;

    private Wallet(Population population, Person person) {
        this.population = population;
        this.person = person;
        this.factor = StrictMath.exp(INCOME_WEIGHT * person.propensity()
                + APPETITE_WEIGHT * person.appetite()
                - (INCOME_WEIGHT * INCOME_WEIGHT + APPETITE_WEIGHT * APPETITE_WEIGHT) / 2);
        this.unrest = StrictMath.exp(-1.5 + 0.35 * person.restlessness());
        this.means = means();
    }

    public static Wallet of(Population population, Person person) {
        return new Wallet(population, person);
    }

    /// All purchases of a month (1 to 12), category by category.
    public void month(int month, Till till) {
        var draws = Draws.of(population.seed(), person.id(), MONTHS + month);
        double mood = draws.logNormal(unrest);
        double often = StrictMath.pow(factor, 0.7) * mood;
        double large = StrictMath.pow(factor, 0.3);
        var categories = population.figures().categories();
        for (int c = 0; c < means.length; c++) {
            var category = categories.get(c);
            int count = draws.poisson(means[c] * category.season().get(month - 1) / category.ticket() * often);
            for (int i = 0; i < count; i++) {
                till.purchase(c, won(category.ticket() * 1000 * large * draws.logNormal(category.sigma())));
            }
        }
    }

    private static long won(double exact) {
        return Math.max(LEAST, Math.round(exact / UNIT) * UNIT);
    }

    /// Thousand won a month by category for those who ever buy there, 0 for the others.
    private double[] means() {
        var figures = population.figures();
        var draws = Draws.of(population.seed(), person.id(), HABITS);
        var shares = new double[figures.categories().size()];
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = share(figures.categories().get(c));
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            double ever = figures.categories().get(c).ever().get(person.ageBand());
            shares[c] = draws.chance(ever) ? spend() * shares[c] / sum / ever : 0;
        }
        return shares;
    }

    private double share(Category category) {
        var group = population.figures().regions().get(person.region()).group();
        return category.shares().get(person.ageBand())
                * category.tilts().getOrDefault(group, 1.0)
                * category.tilts().getOrDefault(person.isMale() ? "men" : "women", 1.0);
    }

    /// Thousand won a month before the person's own factor.
    private double spend() {
        var band = population.figures().ageBands().get(person.ageBand());
        double meanOfSexes = (1.08 * band.men() + 0.92 * band.women()) / (band.men() + band.women());
        double sex = (person.isMale() ? 1.08 : 0.92) / meanOfSexes;
        return band.spend()
                * population.figures().regions().get(person.region()).spendMultiplier()
                * sex;
    }
}
