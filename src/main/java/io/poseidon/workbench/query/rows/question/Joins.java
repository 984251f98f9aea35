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
import io.poseidon.workbench.query.domain.Joining;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The uploaded tables of one statement over rows. A table is frozen when it is first used with rows: another one under
/// the same name is refused, unless it is said to replace it. Reads no rows of people.
public final class Joins {

    private final Reading reading;
    private final Uploads uploads;
    private final IntFunction<Joining> joinings;
    private final List<JoinFacts> facts;

    private Joins(Reading reading, Uploads uploads, IntFunction<Joining> joinings, List<JoinFacts> facts) {
        this.reading = reading;
        this.uploads = uploads;
        this.joinings = joinings;
        this.facts = facts;
    }

    /// Every table that the statement joins must have come with it.
    public static Joins of(Reading reading, Uploads uploads) {
        var joinings = reading.questions().stream()
                .map(question -> Joining.of(question, uploads))
                .toList();
        return new Joins(
                reading,
                uploads,
                joinings::get,
                joinings.stream().map(Joining::facts).toList());
    }

    /// From what was written down of the uploads, one for each question; only questions without joins have a meaning.
    public static Joins recorded(Reading reading, Uploads uploads, List<JoinFacts> facts) {
        return new Joins(reading, uploads, i -> Joining.of(reading.questions().get(i), uploads), List.copyOf(facts));
    }

    /// Of each question.
    public List<JoinFacts> facts() {
        return facts;
    }

    public Optional<Finding> refusal(PublicTable domain) {
        return IntStream.range(0, facts.size())
                .mapToObj(i -> Joining.refusal(reading.questions().get(i), facts.get(i), domain))
                .flatMap(Optional::stream)
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

    /// What is to be written down before a question is charged: the tables that are new to the asker.
    public List<LedgerEntry> freeze(LedgerView ledger, Asker asker) {
        return names().stream()
                .filter(name -> !digests(ledger, asker.buyer(), name).contains(digest(name)))
                .map(name -> LedgerEntry.frozen(asker, name, digest(name)))
                .toList();
    }

    /// The meaning of each question. An expression that raises on the declared cells is a problem.
    public List<Grouping> groupings(Engine engine, PublicTable domain, Progress progress) throws Problem {
        var groupings = new ArrayList<Grouping>();
        for (int i = 0; i < reading.questions().size(); i++) {
            groupings.add(grouping(i, engine, domain, progress));
        }
        return groupings;
    }

    /// Of one question.
    public Grouping grouping(int question, Engine engine, PublicTable domain, Progress progress) throws Problem {
        var meaning = joinings.apply(question).meaning(engine, domain, progress);
        return Grouping.of(reading.questions().get(question), meaning, domain);
    }

    /// Whether any question joins anything.
    public boolean isEmpty() {
        return names().isEmpty();
    }

    private TreeSet<String> names() {
        var names = new TreeSet<String>();
        reading.questions().forEach(question -> question.joins().forEach(term -> names.add(term.with())));
        return names;
    }

    private String digest(String name) {
        return uploads.get(name).digest();
    }

    /// Of the tables that were frozen under a name, the first one first.
    public static List<String> digests(LedgerView ledger, String buyer, String name) {
        return ledger.entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.FROZEN)
                .filter(entry -> entry.buyer().equals(buyer) && entry.question().equals(name))
                .flatMap(entry -> entry.vectors().stream())
                .toList();
    }
}
