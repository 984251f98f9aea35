package io.poseidon.workbench.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a question is asked (a day, UTC) and what its answer may be for, as far as that is known. What is unknown is
/// not judged.
public record Occasion(Optional<LocalDate> day, Optional<Set<String>> purposes) {

    public static final Occasion UNKNOWN = new Occasion(Optional.empty(), Optional.empty());

    public Occasion {
        purposes = purposes.map(Set::copyOf);
    }

    public Occasion on(LocalDate today) {
        return new Occasion(Optional.of(today), purposes);
    }

    /// For one of these purposes; for none where there are none.
    public Occasion to(Set<String> stated) {
        return new Occasion(day, Optional.of(stated));
    }

    /// A decision as it stands on this occasion. A text that is refused anyway stays refused for its own reasons.
    public Decision judge(PolicyDocument policy, Decision decision) {
        var against = against(policy);
        return decision.mayRun() && !against.isEmpty() ? new Decision.Refuse(against, Optional.empty()) : decision;
    }

    private List<Finding> against(PolicyDocument policy) {
        var findings = new ArrayList<Finding>();
        boolean early = day.isPresent()
                && policy.validFrom().filter(day.get()::isBefore).isPresent();
        boolean late = day.isPresent()
                && policy.validUntil().filter(day.get()::isAfter).isPresent();
        if (early || late) {
            findings.add(new Finding(Rule.EXPIRED, Place.WHOLE, ""));
        }
        if (purposes.filter(stated -> !allows(policy, stated)).isPresent()) {
            findings.add(new Finding(Rule.PURPOSE, Place.WHOLE, ""));
        }
        return findings;
    }

    /// A policy without purposes allows any.
    private static boolean allows(PolicyDocument policy, Set<String> stated) {
        return policy.purpose().isEmpty()
                ? !stated.isEmpty()
                : policy.purpose().stream().anyMatch(stated::contains);
    }
}
