package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.Optional;

/// A question with the uploaded tables that it joins, looked at without any rows of people: may it be asked, and what
/// does it mean. Both depend on the declared cells and on what the asker uploaded, and on nothing else.
public final class Joining {

    /// Declared cells times kinds of uploaded people.
    private static final long MOST_CELLS = 1_000_000;

    private final Question question;
    private final Uploads uploads;
    private final Optional<Kinds> kinds;

    private Joining(Question question, Uploads uploads, Optional<Kinds> kinds) {
        this.question = question;
        this.uploads = uploads;
        this.kinds = kinds;
    }

    /// Every table that the question joins must be among the uploads.
    public static Joining of(Question question, Uploads uploads) {
        return new Joining(question, uploads, Kinds.of(question, uploads));
    }

    /// What of the uploads decides whether it may be asked.
    public JoinFacts facts() {
        var repeated = question.joins().stream()
                .filter(term -> !uploads.get(term.with()).isKey(term.on()))
                .map(JoinTerm::with)
                .toList();
        return new JoinFacts(repeated, kinds.map(Kinds::facts));
    }

    /// Why a question may not be asked: a key stands twice, too few people are uploaded, a value of a column that the
    /// question names covers too few of them, or there are too many cells.
    public static Optional<Finding> refusal(Question question, JoinFacts facts, PublicTable domain) {
        return facts.repeated().isEmpty()
                ? facts.listed().flatMap(people -> refusal(question, people, domain.cells()))
                : Optional.of(new Finding(Rule.JOIN_COLUMN, Place.WHOLE, "upload-repeated"));
    }

    private static Optional<Finding> refusal(Question question, JoinFacts.Listed people, int cells) {
        int cohort = question.table().minimumCohort();
        if (people.people() < cohort) {
            return Optional.of(new Finding(Rule.COHORT, Place.WHOLE, "upload-small"));
        }
        var thin = people.columns().stream()
                .filter(column -> column.fewest() < cohort)
                .findFirst();
        if (thin.isPresent()) {
            return Optional.of(new Finding(
                    Rule.COHORT, OwnColumns.place(question, thin.get().column()), "upload-small"));
        }
        return people.kinds() * cells > MOST_CELLS
                ? Optional.of(new Finding(Rule.LIMIT, Place.WHOLE, "cells"))
                : Optional.empty();
    }

    /// The question's groups. An expression that raises on the cells is a problem, the same for everybody.
    public Meaning meaning(Engine engine, PublicTable domain, Progress progress) {
        if (question.joins().isEmpty()) {
            return Meaning.ofEverybody(domain.groups(question, progress));
        }
        var tables = new ArrayList<ArrowTable>();
        try {
            var sql = new JoinedSql(question, uploads, kinds);
            tables.addAll(sql.tables(engine));
            var groups = domain.groups(sql.text(domain), tables, question, progress);
            return kinds.isEmpty()
                    ? Meaning.ofEverybody(groups)
                    : Meaning.of(groups, kinds.get().people(), domain.cells());
        } finally {
            tables.forEach(ArrowTable::close);
        }
    }
}
