package io.poseidon.workbench.app.evidence;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.evidence.Evidence;
import io.poseidon.workbench.query.evidence.ResultFile;
import io.poseidon.workbench.query.evidence.Salt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Holds a result that was taken away against a sound record.
public record ResultCheck(Evidence evidence, Path record) {

    /// Throws where the result is another, or where nobody can tell without the salt, which lies beside the record
    /// unless one is given.
    public void require(Path result, Optional<Path> given) {
        var file = given.orElseGet(() -> Salt.beside(record));
        if (!Files.exists(file)) {
            throw bad("evidence-salt-missing", file);
        }
        var salt = Salt.read(file);
        if (!salt.fits(evidence.result())) {
            throw bad("evidence-salt-wrong", file);
        }
        try (var engine = Engine.start()) {
            if (!new ResultFile(result).holds(evidence.result(), salt, engine)) {
                throw bad("evidence-result-differs", result);
            }
        }
    }

    private static Problem bad(String code, Object argument) {
        return Problem.of(Kind.NOT_VERIFIED, EvidenceCheck.class, code, argument);
    }
}
