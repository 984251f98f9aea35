package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.LedgerView;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import io.poseidon.workbench.query.domain.Joining;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The uploaded tables of one statement over rows. A table is frozen when it is first used with rows: another one under
/// the same name is refused, unless it is said to replace it. Reads no rows of people.
public final class Joins {

    private final Reading reading;
    private final Uploads uploads;
    private final List<Joining> joinings;

    private Joins(Reading reading, Uploads uploads, List<Joining> joinings) {
        this.reading = reading;
        this.uploads = uploads;
        this.joinings = joinings;
    }

    /// Every table that the statement joins must have come with it.
    public static Joins of(Reading reading, Uploads uploads) {
        var joinings = reading.questions().stream()
                .map(question -> Joining.of(question, uploads))
                .toList();
        return new Joins(reading, uploads, joinings);
    }

    public Optional<Finding> refusal(PublicTable domain) {
        return joinings.stream()
                .flatMap(joining -> joining.refusal(domain).stream())
                .findFirst();
    }

    /// Whether a table is another than the one that was frozen under its name.
    public Optional<Finding> frozen(LedgerView ledger, String buyer) {
        boolean changed = names().stream()
                .filter(name -> !uploads.replaced().contains(name))
                .anyMatch(name -> !digests(ledger, buyer, name).isEmpty()
                        && !digests(ledger, buyer, name).contains(digest(name)));
        return changed ? Optional.of(new Finding(Rule.SPAN, Place.WHOLE, "upload-frozen")) : Optional.empty();
    }

    /// On disk when it returns.
    public void freeze(PrivacyLedger ledger, Asker asker) {
        for (var name : names()) {
            if (!digests(ledger, asker.buyer(), name).contains(digest(name))) {
                ledger.append(LedgerEntry.frozen(asker, name, digest(name)));
            }
        }
    }

    /// The meaning of each question. An expression that raises on the declared cells is a problem.
    public List<Grouping> groupings(Engine engine, PublicTable domain, Progress progress) throws Problem {
        var groupings = new ArrayList<Grouping>();
        for (int i = 0; i < joinings.size(); i++) {
            var meaning = joinings.get(i).meaning(engine, domain, progress);
            groupings.add(Grouping.of(reading.questions().get(i), meaning, domain));
        }
        return groupings;
    }

    private TreeSet<String> names() {
        var names = new TreeSet<String>();
        joinings.forEach(joining -> names.addAll(joining.tables()));
        return names;
    }

    private String digest(String name) {
        return uploads.get(name).digest();
    }

    private static List<String> digests(LedgerView ledger, String buyer, String name) {
        return ledger.entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.FROZEN)
                .filter(entry -> entry.buyer().equals(buyer) && entry.question().equals(name))
                .flatMap(entry -> entry.vectors().stream())
                .toList();
    }
}
