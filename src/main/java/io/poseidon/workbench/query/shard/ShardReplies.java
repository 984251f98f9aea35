package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.result.ToldResult;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowReply;
import java.nio.file.Path;
import java.util.Optional;

/// What a shard told as a reply like any other: paged, drawn and exported by the same code, with the interval of every
/// number and its provenance. Any thread.
public final class ShardReplies {

    private final Engine engine;
    private final ShardFacts facts;

    ShardReplies(Engine engine, ShardFacts facts) {
        this.engine = engine;
        this.facts = facts;
    }

    /// For the rows that a file holds; the shard is called as the file is.
    public static ShardReplies of(Engine engine, ShardFiles files, PolicyDocument policy, Table.Rows table) {
        var file = files.data().getFileName();
        var name = Optional.ofNullable(file).map(Path::toString).orElse(table.name());
        return new ShardReplies(engine, new ShardFacts(name, files.state(), policy, table));
    }

    /// The result is the receiver's to close.
    public Reply.Answered of(String buyer, String sql, Recorded recorded, RowReply.Answered answered) {
        var text = engine.sqlText();
        var ran = text.toSql(text.toTree(sql));
        var provenance = facts.provenance(buyer, recorded.origin().uploads());
        var metadata = facts.metadata(provenance.forQuestion(sql, ran, text), recorded, answered);
        var result = new ToldResult(answered.table()).open(engine, ran, metadata, recorded.pass());
        var receipt = new Receipt(answered.charge().rho(), Optional.of(answered.groups()));
        return new Reply.Answered(answered.decision(), result, receipt);
    }
}
