package io.poseidon.workbench.training;

import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.report.RunReport.ShardRow;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who takes part: each invited shard's row of the report, as it changes. A shard that is lost stays lost for the run.
final class Roster {

    private final SortedMap<ShardName, ShardRow> rows = new TreeMap<>();
    private final SortedMap<ShardName, Latency> latencies = new TreeMap<>();
    private int joined;

    private record Latency(Duration sum, int answers) {
        Latency plus(Duration one) {
            return new Latency(sum.plus(one), answers + 1);
        }

        Duration mean() {
            return answers == 0 ? Duration.ZERO : sum.dividedBy(answers);
        }
    }

    Roster(List<ShardName> invited) {
        for (var shard : invited) {
            rows.put(shard, new ShardRow(shard, State.INVITED, Optional.empty(), 0, Duration.ZERO, Optional.empty()));
            latencies.put(shard, new Latency(Duration.ZERO, 0));
        }
    }

    void joined(ShardName shard, RowBand band) {
        joined++;
        rows.computeIfPresent(
                shard,
                (_, row) -> new ShardRow(
                        shard, State.TAKING_PART, Optional.of(band), row.rounds(), row.latency(), Optional.empty()));
    }

    void left(ShardName shard, State state, Departure why) {
        rows.computeIfPresent(
                shard,
                (_, row) -> new ShardRow(shard, state, row.rows(), row.rounds(), row.latency(), Optional.of(why)));
    }

    void answered(ShardName shard, Phase phase, Duration latency) {
        latencies.computeIfPresent(shard, (_, before) -> before.plus(latency));
        int more = phase == Phase.EVALUATE ? 1 : 0;
        rows.computeIfPresent(
                shard,
                (_, row) -> new ShardRow(shard, row.state(), row.rows(), row.rounds() + more, mean(shard), row.why()));
    }

    private Duration mean(ShardName shard) {
        var latency = latencies.get(shard);
        return latency == null ? Duration.ZERO : latency.mean();
    }

    /// Those still asked: everyone before the invitations are answered, then those that joined and are not lost.
    List<ShardName> active() {
        return rows.values().stream()
                .filter(row -> row.state() == State.INVITED || row.state() == State.TAKING_PART)
                .map(ShardRow::shard)
                .toList();
    }

    Optional<RowBand> band(ShardName shard) {
        return Optional.ofNullable(rows.get(shard)).flatMap(ShardRow::rows);
    }

    int takingPart() {
        return (int) rows.values().stream()
                .filter(row -> row.state() == State.TAKING_PART)
                .count();
    }

    /// How many shards joined, lost ones included.
    int joined() {
        return joined;
    }

    List<ShardRow> rows() {
        return List.copyOf(rows.values());
    }
}
