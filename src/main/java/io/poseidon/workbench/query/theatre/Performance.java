package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.query.theatre.script.Attack;
import io.poseidon.workbench.query.theatre.stage.Shard.Denied;
import io.poseidon.workbench.query.theatre.stage.Shard.Failed;
import io.poseidon.workbench.query.theatre.stage.Shard.Reply;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a scene came to: once for each shard without a defence, once for the real one, and what that one promises.
public record Performance(Scene scene, List<Act> weak, Act real, Promise promise) {

    public Performance {
        weak = List.copyOf(weak);
    }

    /// Whether the trials are compatible with what is promised.
    public boolean isKept() {
        return !real.advantage().exceeds(promise.atMost());
    }

    /// Against one shard (the real one where `weakness` is empty): the advantage over all trials, the largest ρ that
    /// one of them cost, and the first trial as it went.
    public record Act(Optional<Weakness> weakness, Advantage advantage, double rho, List<Line> first, Guess guess) {
        public Act {
            first = List.copyOf(first);
        }

        static Act of(Optional<Weakness> weakness, List<Attack.Trial> trials) {
            int right = (int) trials.stream().filter(Attack.Trial::isRight).count();
            double rho = trials.stream().mapToDouble(Attack.Trial::rho).max().orElse(0);
            var first = trials.getFirst();
            return new Act(
                    weakness,
                    Advantage.of(right, trials.size()),
                    rho,
                    lines(first.steps()),
                    new Guess(first.guess(), first.truth()));
        }
    }

    /// What the attacker concluded about the first target, and what is so.
    public record Guess(boolean guess, boolean truth) {}

    /// One question, how often it was asked in a row, and the last reply to it.
    public record Line(String sql, int times, Outcome outcome, String reply) {}

    public enum Outcome {
        ANSWERED,
        REFUSED,
        FAILED
    }

    private static List<Line> lines(List<Step> steps) {
        var lines = new ArrayList<Line>();
        for (var step : steps) {
            boolean again = !lines.isEmpty() && lines.getLast().sql().equals(step.sql());
            int times = again ? lines.removeLast().times() + 1 : 1;
            lines.add(line(step.sql(), times, step.heard().reply()));
        }
        return lines;
    }

    private static Line line(String sql, int times, Reply reply) {
        return switch (reply) {
            case Told told -> new Line(sql, times, Outcome.ANSWERED, text(told));
            case Denied denied -> new Line(sql, times, Outcome.REFUSED, denied.rule());
            case Failed failed -> new Line(sql, times, Outcome.FAILED, failed.code());
        };
    }

    private static String text(Told told) {
        return told.lines().stream()
                .map(line -> (String.join(" ", line.names()) + " "
                                + new BigDecimal(line.number())
                                        .stripTrailingZeros()
                                        .toPlainString())
                        .strip())
                .collect(Collectors.joining(", "));
    }
}
