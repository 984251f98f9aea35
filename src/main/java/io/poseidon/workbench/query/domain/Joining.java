package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.List;
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

    /// Why it may not be asked: a key stands twice, too few people are uploaded, a value of a column that the question
    /// names covers too few of them, or there are too many cells.
    public Optional<Finding> refusal(PublicTable domain) {
        for (JoinTerm term : question.joins()) {
            if (!uploads.get(term.with()).isKey(term.on())) {
                return Optional.of(new Finding(Rule.JOIN_COLUMN, Place.WHOLE, "upload-repeated"));
            }
        }
        return kinds.flatMap(people -> refusal(people, domain.cells()));
    }

    private Optional<Finding> refusal(Kinds people, int cells) {
        int cohort = question.table().minimumCohort();
        if (people.count() < cohort) {
            return Optional.of(new Finding(Rule.COHORT, Place.WHOLE, "upload-small"));
        }
        var thin = people.thin(cohort);
        if (thin.isPresent()) {
            return Optional.of(new Finding(Rule.COHORT, thin.get().place(), "upload-small"));
        }
        return (long) people.size() * cells > MOST_CELLS
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

    /// The names of the tables it joins.
    public List<String> tables() {
        return question.joins().stream().map(JoinTerm::with).toList();
    }
}
