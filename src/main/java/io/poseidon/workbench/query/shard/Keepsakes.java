package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.rows.Recorded;
import io.poseidon.workbench.query.rows.RowReply;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// What a signed record of an answer needs, for as long as somebody holds the answer. Any thread.
final class Keepsakes {

    record Kept(String sql, Recorded recorded, RowReply.Answered answered) {}

    private final Map<Reply.Answered, Kept> kept = Collections.synchronizedMap(new WeakHashMap<>());

    void keep(Reply.Answered reply, Kept what) {
        kept.put(reply, what);
    }

    Kept of(Reply.Answered reply) {
        return Optional.ofNullable(kept.get(reply))
                .orElseThrow(() -> new IllegalArgumentException("an answer of another shard"));
    }
}
