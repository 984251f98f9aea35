package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.pricing.contributor.EigenTrust;
import io.poseidon.workbench.pricing.contributor.Opinion;
import io.poseidon.workbench.pricing.contributor.Reputation;
import java.util.Arrays;

/// `beta_reputation`, `beta_forgetting`, `subjective_…`, `eigentrust`.
final class TrustCases {

    private static final String ZERO_OR_MORE = "zero or more";
    private static final String SHARE = "a number from 0 to 1";

    private TrustCases() {}

    static Answer reputation(Document given) {
        var reputation = new Reputation(evidence(given.required("r")), evidence(given.required("s")));
        var json = Read.object()
                .put("alpha", reputation.alpha())
                .put("beta", reputation.beta())
                .put("score", reputation.score())
                .put("variance", reputation.variance());
        var opinion = reputation.opinion();
        json.set("opinion", opinion(opinion).put("projected_a_half", opinion.projected(0.5)));
        return new Answer(json, "score " + reputation.score());
    }

    static Answer forgetting(Document given) {
        var events = given.required("events").items().stream()
                .map(event -> Read.items(event, 2))
                .map(event -> new Reputation(evidence(event.get(0)), evidence(event.get(1))))
                .toList();
        double keep = share(given.required("lambda_"));
        var reputation = Reputation.remembering(events, keep);
        var json = Read.object()
                .put("r", reputation.positive())
                .put("s", reputation.negative())
                .put("score", reputation.score());
        return new Answer(json, "score " + reputation.score());
    }

    static Answer fusion(Document given) {
        return fused(opinion(given.required("o1")).fuse(opinion(given.required("o2"))));
    }

    static Answer discount(Document given) {
        var trust = opinion(given.required("trust_in_referrer"));
        return fused(trust.discount(opinion(given.required("referrer_opinion"))));
    }

    static Answer eigenTrust(Document given) {
        var rows = Read.some(given.required("local_trust"));
        double[][] local = rows.stream()
                .map(row -> Read.items(row, rows.size()).stream()
                        .mapToDouble(Read::real)
                        .toArray())
                .toArray(double[][]::new);
        double[] pretrust = Read.items(given.required("pretrust"), rows.size()).stream()
                .mapToDouble(TrustCases::evidence)
                .toArray();
        if (Math.abs(Arrays.stream(pretrust).sum() - 1) > 1e-9) {
            throw given.required("pretrust").expected("shares that sum to 1");
        }
        double[] shares = new EigenTrust(local, pretrust, share(given.required("a"))).shares();
        return new Answer(Read.doubles(shares), Arrays.toString(shares));
    }

    private static Answer fused(Opinion opinion) {
        return new Answer(
                opinion(opinion),
                "b %s, d %s, u %s".formatted(opinion.belief(), opinion.disbelief(), opinion.uncertainty()));
    }

    private static ObjectNode opinion(Opinion opinion) {
        return Read.object()
                .put("b", opinion.belief())
                .put("d", opinion.disbelief())
                .put("u", opinion.uncertainty());
    }

    private static Opinion opinion(Document given) {
        var parts = Read.items(given, 3).stream().mapToDouble(TrustCases::share).toArray();
        if (Math.abs(parts[0] + parts[1] + parts[2] - 1) > 1e-9) {
            throw given.expected("belief, disbelief and uncertainty that sum to 1");
        }
        return new Opinion(parts[0], parts[1], parts[2]);
    }

    private static double evidence(Document given) {
        return Read.real(given, value -> value >= 0, ZERO_OR_MORE);
    }

    private static double share(Document given) {
        return Read.real(given, value -> value >= 0 && value <= 1, SHARE);
    }
}
