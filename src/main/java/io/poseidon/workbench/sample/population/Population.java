package io.poseidon.workbench.sample.population;

import io.poseidon.workbench.sample.population.Figures.AgeBand;
import io.poseidon.workbench.sample.population.Figures.Region;
import java.util.Arrays;

/// Draws the people who opt in: by region, age and sex as the population has them, times the chance that each uses the
/// app and shares data. Immutable; safe for any thread.
public final class Population {

    private static final int PURPOSE = 0;
    private static final double APP = 0.86;
    private static final double FEMALE = 1.04;
    private static final double MALE = 0.96;
    private static final double NATIONAL_INCOME = 2782;
    private static final double MEAN_PROPENSITY = -0.10;

    private final Figures figures;
    private final long seed;
    private final double[] cumulative;

    public Population(Figures figures, long seed) {
        this.figures = figures;
        this.seed = seed;
        this.cumulative = cumulative(figures);
    }

    public Figures figures() {
        return figures;
    }

    public long seed() {
        return seed;
    }

    /// The same person for the same seed and number, whoever else is drawn.
    public Person person(long id) {
        var draws = Draws.of(seed, id, PURPOSE);
        int cell = cell(draws.uniform() * cumulative[cumulative.length - 1]);
        int bands = figures.ageBands().size();
        int region = cell / (2 * bands);
        int band = cell / 2 % bands;
        boolean male = cell % 2 == 0;
        var ageBand = figures.ageBands().get(band);
        int age = ageBand.from() + draws.below(ageBand.to() - ageBand.from() + 1);
        double propensity = MEAN_PROPENSITY + draws.normal();
        double income = income(figures.regions().get(region), ageBand, male, propensity);
        return new Person(id, region, band, age, male, propensity, draws.normal(), draws.normal(), income);
    }

    private static double income(Region region, AgeBand band, boolean male, double propensity) {
        double sex = male ? 1.14 : 0.86;
        return band.income()
                * 1e6
                * (region.income() / NATIONAL_INCOME)
                * sex
                * StrictMath.exp(0.5 * propensity - 0.125);
    }

    private int cell(double at) {
        int found = Arrays.binarySearch(cumulative, at);
        return found < 0 ? -found - 1 : found + 1;
    }

    /// Running weights in the order region, age band, men before women.
    private static double[] cumulative(Figures figures) {
        int bands = figures.ageBands().size();
        var weights = new double[figures.regions().size() * bands * 2];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            var region = figures.regions().get(i / (2 * bands));
            int band = i / 2 % bands;
            sum += weight(figures, region, band, i % 2 == 0);
            weights[i] = sum;
        }
        return weights;
    }

    private static double weight(Figures figures, Region region, int band, boolean male) {
        var age = figures.ageBands().get(band);
        double sexShare = (male ? age.men() : age.women()) / (age.men() + age.women());
        double optIn = APP * age.appUse() * age.optIn() * figures.optInByGroup().getOrDefault(region.group(), 1.0);
        return region.adults().get(band) * sexShare * optIn * (male ? MALE : FEMALE);
    }
}
