package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Prices that pass the relaxed test and earn most from a survey with several values per version, rising or not.
///
/// Candidates for a version are its own values, those of better versions as they are, and those of lesser versions
/// scaled by precision: the greatest feasible curve below any set of values takes no others. A dynamic programme over
/// (version, candidate) keeps neighbours monotone with unit prices not rising.
public final class SurveyOptimum {

    private static final long MOST_STEPS = 100_000_000;

    private final List<Survey.Version> versions;
    private final List<List<Rational>> candidates = new ArrayList<>();
    private final List<Rational[]> totals = new ArrayList<>();
    private final List<int[]> previous = new ArrayList<>();

    /// Prices in the survey's order, and what they earn from it.
    public record Result(List<Rational> prices, Rational revenue) {
        public Result {
            prices = List.copyOf(prices);
        }

        PriceList on(Demand demand) {
            return PriceList.of(demand, prices);
        }
    }

    private SurveyOptimum(List<Survey.Version> versions) {
        this.versions = versions;
        for (int i = 0; i < versions.size(); i++) {
            candidates.add(candidates(i));
        }
        refuseIfOutOfReach();
        for (int i = 0; i < versions.size(); i++) {
            extend(i);
        }
    }

    public static Result of(Survey survey) {
        var order = IntStream.range(0, survey.versions().size())
                .boxed()
                .sorted(Comparator.comparing(i -> survey.versions().get(i).precision()))
                .toList();
        var ascending =
                new SurveyOptimum(order.stream().map(survey.versions()::get).toList()).prices();
        var prices = new Rational[order.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[order.get(i)] = ascending.get(i);
        }
        var list = Arrays.asList(prices);
        return new Result(list, survey.revenueAt(list));
    }

    private List<Rational> candidates(int version) {
        var values = new ArrayList<Rational>();
        for (int i = 0; i < versions.size(); i++) {
            var scale = versions.get(version)
                    .precision()
                    .over(versions.get(i).precision())
                    .max(Rational.ONE);
            versions.get(i)
                    .answers()
                    .forEach(answer -> values.add(answer.value().times(scale)));
        }
        return values.stream().distinct().sorted().toList();
    }

    private void refuseIfOutOfReach() {
        long steps = 0;
        for (int i = 1; i < versions.size(); i++) {
            steps += (long) candidates.get(i).size() * candidates.get(i - 1).size();
        }
        if (steps > MOST_STEPS) {
            throw Problem.of(Problem.Kind.INPUT, SurveyOptimum.class, "survey-limit", versions.size());
        }
    }

    private void extend(int version) {
        var own = candidates.get(version);
        var total = new Rational[own.size()];
        int[] from = new int[own.size()];
        for (int i = 0; i < total.length; i++) {
            var earned = own.get(i).times(versions.get(version).buyersAt(own.get(i)));
            from[i] = version == 0 ? 0 : bestBefore(version, own.get(i));
            total[i] = version == 0 ? earned : earned.plus(totals.get(version - 1)[from[i]]);
        }
        totals.add(total);
        previous.add(from);
    }

    /// The best candidate of the version before that is not over this price, nor cheaper per unit. The price scaled
    /// down is one whenever it stems from there, and some candidate always fits: the chain of a single answer.
    private int bestBefore(int version, Rational price) {
        var before = candidates.get(version - 1);
        var ratio =
                versions.get(version - 1).precision().over(versions.get(version).precision());
        var least = price.times(ratio);
        int best = -1;
        for (int i = 0; i < before.size(); i++) {
            boolean fits = before.get(i).compareTo(least) >= 0 && before.get(i).compareTo(price) <= 0;
            if (fits && (best < 0 || totals.get(version - 1)[i].compareTo(totals.get(version - 1)[best]) > 0)) {
                best = i;
            }
        }
        return best;
    }

    private List<Rational> prices() {
        var last = totals.getLast();
        int index = 0;
        for (int i = 1; i < last.length; i++) {
            index = last[i].compareTo(last[index]) > 0 ? i : index;
        }
        var prices = new ArrayList<Rational>();
        for (int version = versions.size() - 1; version >= 0; version--) {
            prices.addFirst(candidates.get(version).get(index));
            index = previous.get(version)[index];
        }
        return prices;
    }
}
