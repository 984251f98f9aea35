package io.poseidon.workbench.training.round;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The shards as the coordinator reaches them: messages out, messages in, nothing shared. Adapters authenticate both
/// ways; what they cannot trace to a member never arrives here. The coordinator's thread alone uses it and its owner
/// closes it.
public interface Contributors extends AutoCloseable {

    /// Who may be invited, in order of name.
    List<ShardName> members();

    /// Returns at once; whether the shard is there shows in whether it answers.
    void send(ShardName shard, Request request);

    /// The next answer, in the order of arrival; empty when `patience` has run out. Throws
    /// [io.poseidon.workbench.job.CancelledException] when the thread is interrupted.
    Optional<Arrival> receive(Duration patience);

    /// The clock that patience is measured by; a simulator's may run faster than the wall's.
    InstantSource clock();

    @Override
    void close();

    /// An answer and the shard it surely comes from.
    record Arrival(ShardName from, Phase phase, int round, Reply reply) {}
}
