package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What was found so far in one statement. Used by one thread, for one decision.
public final class Review {

    /// More expression parts than this, after names are replaced by what they stand for, is refused.
    private static final int LARGEST = 20_000;

    private static final int MOST_FINDINGS = 100;

    private final PolicyDocument policy;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<Caution> cautions = new LinkedHashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> tables = new TreeSet<>();
    private final List<Place> recursions = new ArrayList<>();
    private final List<Place> subqueries = new ArrayList<>();
    private int size;
    private int rowTables;
    private int instances;

    public Review(PolicyDocument policy) {
        this.policy = policy;
    }

    public PolicyDocument policy() {
        return policy;
    }

    /// Notes a reason to refuse, and gives the nature of what it was found on.
    public Nature refuse(Rule rule, Place place, String subject) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(rule, place, subject));
        }
        return Nature.BROKEN;
    }

    public void caution(Caution.Kind kind, Place place, String subject) {
        cautions.add(new Caution(kind, place, subject));
    }

    public void ask(Question question) {
        questions.add(question);
    }

    public void usesTable(String name) {
        tables.add(name);
    }

    public void usesRows() {
        rowTables++;
    }

    /// How often a table of people was named so far.
    public int rowTables() {
        return rowTables;
    }

    public void recursion(Place place) {
        recursions.add(place);
    }

    public void subquery(Place place) {
        subqueries.add(place);
    }

    /// A number that no other reference to a table or named query has.
    public int instance() {
        return ++instances;
    }

    /// Counts what replacing a name adds; false once the statement is too large.
    public boolean grow(int parts, Place place) {
        size += parts;
        if (size > LARGEST) {
            refuse(Rule.LIMIT, place, "size");
            return false;
        }
        return true;
    }

    /// What only shows at the end: beside people no query refers to itself or stands in an expression.
    public void finish() {
        if (rowTables > 0) {
            recursions.forEach(place -> refuse(Rule.RECURSION, place, ""));
            subqueries.forEach(place -> refuse(Rule.SUBQUERY, place, ""));
        }
    }

    public List<Finding> findings() {
        return findings.stream().sorted(Rule.ORDER).toList();
    }

    public List<Caution> cautions() {
        return List.copyOf(cautions);
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    public Set<String> tables() {
        return tables;
    }
}
