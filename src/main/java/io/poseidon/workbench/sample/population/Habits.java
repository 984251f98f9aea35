package io.poseidon.workbench.sample.population;

import java.util.Arrays;
import java.util.Set;

/// A year of somebody's spending in four numbers, as a lender would see it.
///
/// @param spendLn logarithm of the mean won a month
/// @param spendCv standard deviation over mean of the twelve months
/// @param discretionaryShare of what need not be bought
/// @param onlineShare of what is bought online
record Habits(double spendLn, double spendCv, double discretionaryShare, double onlineShare) {

    private static final int MONTHS = 12;
    private static final Set<String> DISCRETIONARY =
            Set.of("dining", "cafe", "leisure", "travel", "clothing", "jewelry");

    static Habits of(Population population, Person person) {
        var categories = population.figures().categories();
        var byMonth = new double[MONTHS];
        var byCategory = new double[categories.size()];
        var wallet = Wallet.of(population, person);
        for (int month = 1; month <= MONTHS; month++) {
            int at = month - 1;
            wallet.month(month, (category, won) -> {
                byMonth[at] += won;
                byCategory[category] += won;
            });
        }
        double all = Math.max(1, Arrays.stream(byCategory).sum());
        double discretionary = 0;
        double online = 0;
        for (int c = 0; c < byCategory.length; c++) {
            var name = categories.get(c).name();
            discretionary += DISCRETIONARY.contains(name) ? byCategory[c] : 0;
            online += name.equals("online") ? byCategory[c] : 0;
        }
        return new Habits(StrictMath.log(all / MONTHS), variation(byMonth), discretionary / all, online / all);
    }

    private static double variation(double[] months) {
        double mean = Math.max(1, Arrays.stream(months).average().orElse(1));
        double squares = Arrays.stream(months).map(x -> (x - mean) * (x - mean)).sum();
        return StrictMath.sqrt(squares / (months.length - 1)) / mean;
    }
}
