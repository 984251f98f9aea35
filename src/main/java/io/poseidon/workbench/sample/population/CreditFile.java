package io.poseidon.workbench.sample.population;

import java.util.List;
import java.util.Map;

/// What the lending side knows of a person, and whether the person will pay at least once five or more days late in the
/// next twelve months. The label is synthetic, with a teaching rate near 7 %; it is no statistic about Korea.
///
/// The kink at 75 % utilisation, the interaction of card loan and late payments, the age steps and the offset of the
/// shard are what a linear model without the shard cannot see.
public record CreditFile(Person person, List<Double> features, boolean isOverdue) {

    /// In the order of [#features].
    public static final List<String> FEATURES = List.of(
            "age",
            "income_ln",
            "utilisation",
            "card_loan",
            "revolving",
            "cash_advances_6m",
            "short_lates_12m",
            "autopay",
            "months_on_book",
            "loans",
            "spend_ln",
            "spend_cv",
            "discretionary_share",
            "online_share",
            "sex_f",
            "night_share");

    private static final int PURPOSE = 2;
    private static final double[] UTILISATION_BY_AGE = {0.05, 0.10, 0.08, 0, -0.15, -0.35};
    private static final double[] OVERDUE_BY_AGE = {-0.45, 0.20, 0.25, 0.10, -0.35, -1.00};
    private static final Map<String, Double> OVERDUE_BY_SHARD =
            Map.of("seoul", -0.12, "capital", 0.0, "yeongnam", 0.08, "central", -0.03, "honam-jeju", 0.30);

    public CreditFile {
        features = List.copyOf(features);
    }

    public static CreditFile of(Population population, Person person) {
        var draws = Draws.of(population.seed(), person.id(), PURPOSE);
        var credit = Credit.draw(draws, person);
        var habits = Habits.of(population, person);
        var shard = population.figures().regions().get(person.region()).shard();
        double logit = logit(person, credit, habits) + OVERDUE_BY_SHARD.getOrDefault(shard, 0.0) + draws.normal();
        return new CreditFile(person, features(person, credit, habits), draws.logistic(logit));
    }

    private record Credit(
            double utilisation,
            boolean cardLoan,
            boolean revolving,
            int cashAdvances,
            int lates,
            boolean autopay,
            int months,
            int loans,
            double nightShare) {

        static Credit draw(Draws draws, Person person) {
            int a = person.ageBand();
            double z = person.propensity();
            double need = draws.normal();
            double carelessness = draws.normal();
            boolean middle = a >= 1 && a <= 3;
            return new Credit(
                    Draws.sigmoid(-1.0 - 0.35 * z + 0.85 * need + 0.25 * person.appetite() + UTILISATION_BY_AGE[a]),
                    draws.logistic(-2.1 + 0.8 * need - 0.30 * z + (middle ? 0.25 : -0.15)),
                    draws.logistic(-2.7 + 0.8 * need - 0.15 * z),
                    Math.min(9, draws.poisson(StrictMath.exp(-1.7 + 0.75 * need - 0.2 * z))),
                    Math.min(9, draws.poisson(StrictMath.exp(-2.0 + 0.55 * need + 0.65 * carelessness - 0.15 * z))),
                    draws.logistic(1.1 - 0.45 * carelessness + 0.05 * (a - 2)),
                    (int) Math.min(12.0 * (person.age() - 19), Math.max(1, draws.exponential(40 + 22.0 * a))),
                    Math.min(8, draws.poisson(StrictMath.exp(-0.4 + 0.35 * need + (middle ? 0.35 : -0.25)))),
                    Draws.sigmoid(-2.2 + 0.3 * carelessness + 0.35 * draws.normal() - 0.18 * a));
        }
    }

    private static double logit(Person person, Credit credit, Habits habits) {
        boolean strained = credit.cardLoan() && credit.lates() >= 1;
        return -3.55
                + 2.4 * (credit.utilisation() - 0.3)
                + 5.0 * Math.max(0, credit.utilisation() - 0.75)
                + (credit.cardLoan() ? 0.80 : 0)
                + (credit.revolving() ? 0.65 : 0)
                + 0.30 * Math.min(credit.cashAdvances(), 5)
                + 0.60 * Math.min(credit.lates(), 4)
                - (credit.autopay() ? 0.60 : 0)
                - 0.60 * (StrictMath.log(person.income()) - 17.2)
                - 0.0018 * Math.min(credit.months(), 240)
                + 0.15 * Math.min(credit.loans(), 4)
                + 0.28 * person.restlessness()
                + 2.5 * (habits.discretionaryShare() - 0.28)
                + OVERDUE_BY_AGE[person.ageBand()]
                + (person.isMale() ? 0.12 : 0)
                + (strained ? 0.60 : 0);
    }

    private static List<Double> features(Person person, Credit credit, Habits habits) {
        return List.of(
                (double) person.age(),
                StrictMath.log(person.income()),
                credit.utilisation(),
                credit.cardLoan() ? 1.0 : 0.0,
                credit.revolving() ? 1.0 : 0.0,
                (double) credit.cashAdvances(),
                (double) credit.lates(),
                credit.autopay() ? 1.0 : 0.0,
                (double) credit.months(),
                (double) credit.loans(),
                habits.spendLn(),
                habits.spendCv(),
                habits.discretionaryShare(),
                habits.onlineShare(),
                person.isMale() ? 0.0 : 1.0,
                credit.nightShare());
    }
}
