package io.poseidon.workbench.app.cases;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.revenue.Simulation;
import io.poseidon.workbench.pricing.revenue.Survey;
import io.poseidon.workbench.pricing.revenue.SurveyOptimum;
import io.poseidon.workbench.pricing.scenario.Market;
import java.nio.file.Path;
import java.util.ArrayList;

/// `survey_revenue`, and `simulation` of a price list over the same kind of survey.
public final class SurveyCases {

    private static final int DRAWS = 10_000;
    private static final int MOST_DRAWS = 1_000_000;

    private SurveyCases() {}

    /// The first case of a survey file, each respondent standing for one expected buyer.
    public static Market market(Path file) {
        var given = Read.some(Document.read(file).required("cases")).getFirst();
        var survey = survey(given);
        var buyers = survey.versions().stream()
                .map(version -> version.answers().size())
                .toList();
        return new Market(survey, buyers, given.required("id").text());
    }

    static Answer optimise(Document given) {
        var best = SurveyOptimum.of(survey(given));
        var json = Read.object().put("relaxed_revenue", best.revenue().toString());
        json.set("prices", Read.texts(best.prices()));
        return new Answer(json, "relaxed optimum " + best.revenue() + " at " + best.prices());
    }

    /// `price` per version, `seed`, and optionally `draws` (10,000) and `buyers` per version (the survey's own number).
    static Answer simulate(Document given) {
        var survey = survey(given);
        int versions = survey.versions().size();
        var prices = Read.items(given.required("price"), versions).stream()
                .map(Read::notNegative)
                .toList();
        var buyers = given.optional("buyers")
                .map(list -> Read.items(list, versions).stream()
                        .map(SurveyCases::count)
                        .toList())
                .orElseGet(() -> survey.versions().stream()
                        .map(version -> version.answers().size())
                        .toList());
        long seed = given.required("seed").longInteger();
        int draws = given.optional("draws").map(SurveyCases::draws).orElse(DRAWS);
        var band = new Simulation(survey, prices, buyers).run(seed, draws);
        var json = Read.object().put("seed", seed).put("draws", draws);
        json.putObject("revenue")
                .put("p5", band.p5())
                .put("p50", band.p50())
                .put("p95", band.p95())
                .put("mean", band.mean());
        json.put("expected_revenue", band.expected().toString());
        return new Answer(
                json,
                "revenue P5 %s, P50 %s, P95 %s (%d draws, seed %d)"
                        .formatted(band.p5(), band.p50(), band.p95(), draws, seed));
    }

    private static Survey survey(Document given) {
        var precisions = Read.some(given.required("epsilon_or_precision"));
        var answers = Read.items(given.required("survey"), precisions.size());
        var versions = new ArrayList<Survey.Version>();
        for (int i = 0; i < precisions.size(); i++) {
            versions.add(new Survey.Version(
                    Read.positive(precisions.get(i)),
                    answers.get(i).items().stream()
                            .map(value -> new Survey.Answer(Read.notNegative(value), Rational.ONE))
                            .toList()));
        }
        if (versions.stream().allMatch(version -> version.answers().isEmpty())) {
            throw given.required("survey").expected("at least one answer");
        }
        return new Survey(versions);
    }

    private static int count(Document given) {
        int count = given.integer();
        if (count < 0 || count > MOST_DRAWS) {
            throw given.expected("a whole number from 0 to " + MOST_DRAWS);
        }
        return count;
    }

    private static int draws(Document given) {
        int draws = given.integer();
        if (draws < 100 || draws > MOST_DRAWS) {
            throw given.expected("a whole number from 100 to " + MOST_DRAWS);
        }
        return draws;
    }
}
