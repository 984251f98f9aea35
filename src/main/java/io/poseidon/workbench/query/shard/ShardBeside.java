package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.completion.Completions;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A shard with own tables that are sent along with every question; those that a question joins are frozen there by
/// their digests. Nothing of its own is open: it ends with its shard.
final class ShardBeside implements Venue {

    private final ShardQueries shard;
    private final Uploads uploads;
    private final Completions completions;

    ShardBeside(ShardQueries shard, Uploads uploads) {
        this.shard = shard;
        this.uploads = uploads;
        this.completions = new Completions(shard.policy(uploads), List.of());
    }

    @Override
    public String key() {
        return shard.key();
    }

    @Override
    public PolicyDocument policy() {
        return shard.policy(uploads);
    }

    @Override
    public List<Schema> schemas() {
        return shard.schemas();
    }

    @Override
    public Provenance provenance() {
        return shard.provenance(uploads);
    }

    @Override
    public Decision decide(String sql) {
        return shard.decide(sql);
    }

    @Override
    public Preflight preflight(String sql, Progress progress) {
        return shard.preflight(uploads, sql, progress);
    }

    @Override
    public List<Suggestion> complete(String text, int caret) {
        return completions.at(text, caret);
    }

    @Override
    public Reply ask(String sql, Progress progress) {
        return shard.ask(uploads, sql, progress);
    }

    @Override
    public void evidence(Reply.Answered answered, Path file, Progress progress) {
        shard.evidence(answered, file, progress);
    }

    @Override
    public Optional<Purse> purse() {
        return shard.purse();
    }
}
