package io.poseidon.workbench.query;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a question is asked: the cells of a purchase, or the rows of a shard. It decides, looks ahead, completes and
/// answers, so that whoever asks need not know which of the two it is.
///
/// Safe for any thread. [#decide], [#complete] and [#purse] return at once; the others may wait and compute, so they
/// belong into jobs.
public interface Venue {

    /// Tells this place from others, whatever own tables lie beside it; the same when it is opened again.
    String key();

    PolicyDocument policy();

    /// The tables of cells with what is public about them; a shard has none.
    List<Schema> schemas();

    Provenance provenance();

    /// What the policy says about a text; runs nothing, reads nothing, costs nothing.
    Decision decide(String sql);

    /// What asking would bring; reads no rows, changes nothing.
    Preflight preflight(String sql, Progress progress);

    /// What may follow at a place of a text, finished or not: only what the policy allows there, the best first.
    List<Suggestion> complete(String text, int caret);

    /// Decides, and where allowed answers. A refusal is a reply like another. Over rows this costs what the preflight
    /// said, however it ends once rows were read.
    Reply ask(String sql, Progress progress);

    /// Takes an answer of this venue away as a signed record.
    void evidence(Reply.Answered answered, Path file, Progress progress);

    /// What the asker has spent here, as it stood after the last answer; none where questions cost nothing.
    Optional<Purse> purse();
}
