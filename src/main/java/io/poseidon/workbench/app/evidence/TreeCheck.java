package io.poseidon.workbench.app.evidence;

import io.poseidon.workbench.engine.text.SqlText;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.audit.Sha256;
import io.poseidon.workbench.query.evidence.Evidence;

/// Holds the tree digest of a sound record against the text that the record says ran: both are the signer's word, and a
/// record in which they differ says two things.
public record TreeCheck(SqlText parser) {

    /// Throws where they differ. False where a tree of another version of the engine was digested, which this
    /// one cannot tell.
    public boolean require(Evidence evidence) {
        var ran = evidence.asked().ran();
        if (ran.engine().filter(version -> !version.equals(parser.version())).isPresent()) {
            return false;
        }
        if (!ran.tree().equals(digest(ran.sql()))) {
            throw differs();
        }
        return true;
    }

    private String digest(String sql) {
        try {
            return Sha256.of(parser.toTree(sql));
        } catch (Problem unreadable) {
            throw differs().because(unreadable);
        }
    }

    private static Problem differs() {
        return Problem.of(Kind.NOT_VERIFIED, EvidenceCheck.class, "evidence-tree-differs");
    }
}
