package io.poseidon.workbench.remote.shard;

import io.poseidon.workbench.crypto.federation.MemberCard;
import io.poseidon.workbench.remote.message.Letter;
import io.poseidon.workbench.remote.message.Wire;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.shard.LocalShard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The runs a shard takes part in now, each with the coordinator that began it. Nobody else can speak in a run, and
/// none begins twice. The oldest gives way when there are too many.
final class Runs {

    private static final int MOST = 8;

    private final Supplier<LocalShard> shards;
    private final SeenRuns seen;
    private final Map<RunId, Run> running = new LinkedHashMap<>();

    private record Run(MemberCard coordinator, LocalShard shard) {}

    Runs(Supplier<LocalShard> shards, SeenRuns seen) {
        this.shards = shards;
        this.seen = seen;
    }

    /// The answer to a letter; empty where none is due.
    Optional<Reply> answer(Letter letter) {
        var request = Wire.readRequest(letter.payload());
        if (request.isEmpty()) {
            return Optional.of(new Reply.Failed(Reason.GARBAGE));
        }
        boolean inPlace = request.get().phase() == letter.header().phase()
                && request.get().round() == letter.header().round();
        return inPlace ? answer(letter, request.get()) : Optional.empty();
    }

    private Optional<Reply> answer(Letter letter, Request request) {
        var id = letter.header().run();
        if (request instanceof Request.Invite && !begin(id, letter.sender())) {
            return Optional.empty();
        }
        var run = running.get(id);
        if (run == null || !run.coordinator().equals(letter.sender())) {
            return request instanceof Request.Finish
                    ? Optional.empty()
                    : Optional.of(new Reply.Failed(Reason.NOT_JOINED));
        }
        if (request instanceof Request.Finish) {
            running.remove(id);
        }
        return run.shard().answer(request, letter.sender().fingerprint());
    }

    private boolean begin(RunId id, MemberCard coordinator) {
        if (!seen.isNew(id)) {
            return false;
        }
        if (running.size() >= MOST) {
            running.remove(running.keySet().iterator().next());
        }
        running.put(id, new Run(coordinator, shards.get()));
        return true;
    }
}
