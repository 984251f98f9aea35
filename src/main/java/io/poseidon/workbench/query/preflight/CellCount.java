package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.Progress;

/// How many cells a question reads in one table, and how many groups they make.
record CellCount(long cells, long groups) {

    static CellCount held(LockedSession session, CellQuestion question, Progress progress) {
        return read(session, question.heldSql(), progress);
    }

    static CellCount declared(LockedSession session, CellQuestion question, Progress progress) {
        return read(session, question.declaredSql(), progress);
    }

    private static CellCount read(LockedSession session, String sql, Progress progress) {
        try (var answer = session.query(sql, progress)) {
            var page = answer.page(0, 1, progress);
            return new CellCount(page.integer(0, 0), page.integer(1, 0));
        }
    }
}
