package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.query.gate.Notary;
import io.poseidon.workbench.query.rows.Timing;
import java.nio.file.Path;
import java.util.function.Function;

/// Who asks shards on this machine, and how.
///
/// @param buyer the organisation whose budget is spent
/// @param notary the holder's signature, by the holder's own folder
public record ShardSeat(String buyer, Timing timing, Function<Path, Notary> notary) {

    /// The organisation that the command line asks for too, unless it is told another.
    public static final String LOCAL = "local";
}
