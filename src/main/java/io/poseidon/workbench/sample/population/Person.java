package io.poseidon.workbench.sample.population;

/// Somebody who does not exist.
///
/// @param region and `ageBand` are positions in the figures
/// @param propensity to earn (standard normal, a little under 0 since people with less income opt in more)
/// @param appetite to spend beyond income (standard normal)
/// @param restlessness of spending from month to month (standard normal)
/// @param income won a year
public record Person(
        long id,
        int region,
        int ageBand,
        int age,
        boolean isMale,
        double propensity,
        double appetite,
        double restlessness,
        double income) {

    /// As files name people.
    public String userId() {
        return userIdOf(id);
    }

    /// The name of the person with that number.
    public static String userIdOf(long id) {
        var digits = Long.toString(id);
        return "u" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }
}
