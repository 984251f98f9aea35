package io.poseidon.workbench.query;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.query.preflight.CellOutlook;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.text.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Preflights of questions about cells that are held, with the nearest other questions where they are wanted: beside a
/// refusal or caution, and where much of the answer would be missing or lost in noise. Any thread.
final class LookAhead {

    private static final int MOST_OFFERS = 6;

    private final Decider decider;
    private final CellOutlook outlook;
    private final Map<String, List<String>> declared;

    LookAhead(Decider decider, CellOutlook outlook, List<Schema> schemas) {
        this.decider = decider;
        this.outlook = outlook;
        this.declared = declared(schemas);
    }

    private static Map<String, List<String>> declared(List<Schema> schemas) {
        var declared = new HashMap<String, List<String>>();
        schemas.stream()
                .flatMap(schema -> schema.dimensions().stream())
                .forEach((Column column) -> declared.put(column.name(), column.domain()));
        return declared;
    }

    Preflight of(String sql, Progress progress) {
        var ruling = decider.rule(sql);
        var ahead = outlook.of(ruling.decision(), ruling.query(), progress);
        var offers = new ArrayList<Offer>();
        ruling.decision().offer().ifPresent(repair -> offers.add(offer(sql, repair, progress)));
        coarser(sql, ruling, ahead, progress).stream()
                .limit(MOST_OFFERS - offers.size())
                .forEach(offers::add);
        return ahead.with(offers);
    }

    /// Coarser questions, where something is hidden or lost in noise and they hide or lose less.
    private List<Offer> coarser(String sql, Decider.Ruling ruling, Preflight ahead, Progress progress) {
        boolean refused = ruling.decision() instanceof Decision.Refuse;
        if (refused || !ahead.isThin()) {
            return List.of();
        }
        return decider.nearby(ruling, declared).stream()
                .map(repair -> offer(sql, repair, progress))
                .filter(offer -> offer.preflight().missing() < ahead.missing())
                .sorted((left, right) -> Double.compare(
                        left.preflight().missing(), right.preflight().missing()))
                .toList();
    }

    private Offer offer(String sql, Repair repair, Progress progress) {
        var ruling = decider.rule(repair.sql());
        var ahead = outlook.of(ruling.decision(), ruling.query(), progress);
        return new Offer(repair, ahead, Difference.between(sql, repair.sql()));
    }
}
