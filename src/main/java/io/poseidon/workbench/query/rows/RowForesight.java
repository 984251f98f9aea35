package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.LedgerView;
import io.poseidon.workbench.query.domain.CellGroup;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.text.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks ahead for questions over rows from the policy, the declared domain and what the ledger says was told: never
/// from rows. Two holders with the same policy and history say the same.
final class RowForesight {

    private static final int MOST_OFFERS = 6;

    private final Groundwork groundwork;
    private final LedgerView ledger;
    private final Optional<String> snapshot;

    /// `snapshot` is the state of the data that was answered about, empty before the first answer.
    RowForesight(Groundwork groundwork, LedgerView ledger, Optional<String> snapshot) {
        this.groundwork = groundwork;
        this.ledger = ledger;
        this.snapshot = snapshot;
    }

    Preflight of(Asking asking, Progress progress) {
        var ahead = alone(asking, progress);
        var offers = new ArrayList<Offer>();
        ahead.decision().offer().ifPresent(repair -> offers.add(offer(asking, repair, progress)));
        coarser(asking, ahead, progress).stream()
                .limit(MOST_OFFERS - offers.size())
                .forEach(offers::add);
        return ahead.with(offers);
    }

    /// The refusal of a question that the budget does not cover: what is needed, what is left, and the nearest question
    /// that is covered.
    Decision.Refuse exhausted(Asking asking, Progress progress) {
        var ahead = alone(asking, progress);
        var findings = ahead.decision() instanceof Decision.Refuse refuse
                ? refuse.findings()
                : Groundwork.refusal(Rule.BUDGET, "").findings();
        return new Decision.Refuse(findings, nearest(asking, offer -> true, progress));
    }

    /// The refusal of a question whose groups, with those told before, would give a cell away; `safe` tells whether the
    /// groups of another question would not, if all of them were told.
    Decision.Refuse spanning(Asking asking, Predicate<Told> safe, Progress progress) {
        var repair = nearest(asking, other -> isSafe(other, safe, progress), progress);
        return new Decision.Refuse(Groundwork.refusal(Rule.SPAN, "").findings(), repair);
    }

    /// Which groups will be shown is not known, so both are looked at: all of them, and all but single cells.
    private boolean isSafe(Asking other, Predicate<Told> safe, Progress progress) {
        if (!(groundwork.lay(other, progress) instanceof Groundwork.Ready ready)) {
            return false;
        }
        var groupings = ready.plan().groupings();
        var sets = groupings.stream()
                .flatMap(grouping -> grouping.groups().stream())
                .map(CellGroup::cells)
                .filter(set -> !set.isEmpty())
                .distinct()
                .toList();
        var several = sets.stream().filter(set -> set.size() > 1).toList();
        return groupings.stream().allMatch(grouping -> grouping.people().isEmpty())
                && safe.test(new Told(sets, List.of()))
                && safe.test(new Told(several, List.of()));
    }

    private Optional<Repair> nearest(Asking asking, Predicate<Asking> fits, Progress progress) {
        return offers(asking, progress)
                .filter(offer -> offer.preflight().decision().mayRun())
                .sorted(Comparator.comparingInt(RowForesight::rank))
                .filter(offer -> fits.test(asking.asking(offer.sql())))
                .map(Offer::repair)
                .findFirst();
    }

    /// Fewer numbers of the same groups are nearer than other groups.
    private static int rank(Offer offer) {
        var change = offer.repair().effects().getFirst().change();
        return change == Change.DROPS_OUTPUT ? 0 : change == Change.PEOPLE_INSTEAD ? 1 : 2;
    }

    private Stream<Offer> offers(Asking asking, Progress progress) {
        var decider = groundwork.decider();
        return decider.nearby(decider.rule(asking.sql()), Map.of()).stream()
                .map(repair -> offer(asking, repair, progress));
    }

    private List<Offer> coarser(Asking asking, Preflight ahead, Progress progress) {
        boolean opens = ahead.audit().isAgainst();
        boolean wanted = ahead.decision() instanceof Decision.Refuse refuse
                ? refuse.rule() == Rule.BUDGET
                : ahead.isThin() || opens;
        return wanted
                ? offers(asking, progress)
                        .filter(offer -> offer.preflight().decision().mayRun())
                        .filter(offer -> !opens || !offer.preflight().audit().isAgainst())
                        .toList()
                : List.of();
    }

    private Offer offer(Asking asking, Repair repair, Progress progress) {
        return new Offer(
                repair, alone(asking.asking(repair.sql()), progress), Difference.between(asking.sql(), repair.sql()));
    }

    private Preflight alone(Asking asking, Progress progress) {
        return switch (groundwork.lay(asking, progress)) {
            case Groundwork.Refused refused -> Preflight.refused(refused.decision(), Cost.NOTHING);
            case Groundwork.Ready ready -> ready(asking, ready);
        };
    }

    private Preflight ready(Asking asking, Groundwork.Ready ready) {
        var plan = ready.plan();
        if (plan.groupings().isEmpty()) {
            return new Preflight(
                    ready.decision(),
                    Cost.NOTHING,
                    List.of(),
                    new Suppression.Unknown(Suppression.Reason.NO_TABLE),
                    List.of(),
                    List.of(),
                    Preflight.Audit.NONE);
        }
        var account = new Account(ledger, new Asker(snapshot.orElse(""), asking.buyer()));
        var cost = account.cost(plan.vectors(), plan.budget().perNumber());
        var missing = account.missing(cost, plan.budget());
        var charged = new Cost.Charged(
                cost.rho(), account.spent(), plan.budget().rho(), plan.budget().delta(), missing);
        if (missing.isPresent()) {
            return Preflight.refused(exhausted(charged, plan), charged);
        }
        return new Preflight(
                ready.decision(),
                charged,
                Expectations.reads(plan),
                Expectations.suppressed(
                        plan, account.released(), charged.repeated() && account.hasEnded(plan.digest())),
                Expectations.widths(plan),
                List.of(),
                audit(asking, plan, new AuditAhead(ready.cells(), account.released())));
    }

    /// What was released is released again; what was withheld may have failed, where its groups alone open nothing.
    private Preflight.Audit audit(Asking asking, Plan plan, AuditAhead ahead) {
        if (ended(LedgerEntry.Kind.RELEASED, asking, plan)) {
            return Preflight.Audit.CLEAR;
        }
        var audit = ahead.of(plan);
        return audit == Preflight.Audit.DEPENDS && ended(LedgerEntry.Kind.WITHHELD, asking, plan)
                ? Preflight.Audit.WITHHELD
                : audit;
    }

    private boolean ended(LedgerEntry.Kind kind, Asking asking, Plan plan) {
        var question = plan.digest();
        return ledger.entries().stream()
                .anyMatch(entry -> entry.kind() == kind
                        && entry.buyer().equals(asking.buyer())
                        && entry.snapshot().equals(snapshot.orElse(""))
                        && entry.question().equals(question));
    }

    /// Which allowance it is, what is needed and what is left; of what others spent only that it is too much.
    private static Decision.Refuse exhausted(Cost.Charged cost, Plan plan) {
        var missing = cost.missing().orElseThrow();
        var subject = switch (missing) {
            case "perQuery" ->
                missing + ": " + cost.rho() + " > " + plan.budget().perQuery();
            case "rho" -> missing + ": " + cost.rho() + " > " + cost.left();
            default -> missing;
        };
        return Groundwork.refusal(Rule.BUDGET, subject);
    }
}
