package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.text.Difference;
import java.util.ArrayList;
import java.util.List;

/// What to ask instead of a question that was refused.
record Counsel(Venue venue, String sql) {

    /// With the offers of the look ahead, the one that the refusal itself names first. Where the history of answers
    /// decided, that one stands alone: of others nobody knows whether they are safe.
    Preflight on(Reply.Refused refused, Progress progress) {
        var ahead = venue.preflight(sql, progress);
        var foreseen = ahead.decision() instanceof Decision.Refuse ? ahead.offers() : List.<Offer>of();
        var named = refused.decision().repair();
        boolean there = named.isEmpty()
                || foreseen.stream()
                        .anyMatch(offer -> offer.sql().equals(named.get().sql()));
        if (there) {
            return ahead.with(foreseen);
        }
        var repair = named.get();
        var all = new ArrayList<Offer>();
        all.add(new Offer(repair, venue.preflight(repair.sql(), progress), Difference.between(sql, repair.sql())));
        all.addAll(foreseen);
        return ahead.with(all);
    }
}
