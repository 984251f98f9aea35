package io.poseidon.workbench.training.round;

import io.poseidon.workbench.training.plan.Plan;

/// What the coordinator asks of a shard. Every request but the first belongs to a run the shard has joined.
public sealed interface Request {

    Phase phase();

    /// 0 before the first round.
    int round();

    /// The plan, and how many shards are invited to it.
    record Invite(Plan plan, int shards) implements Request {
        @Override
        public Phase phase() {
            return Phase.INVITE;
        }

        @Override
        public int round() {
            return 0;
        }
    }

    /// Statistics of the training rows, once a run.
    record Prepare() implements Request {
        @Override
        public Phase phase() {
            return Phase.PREPARE;
        }

        @Override
        public int round() {
            return 0;
        }
    }

    record Train(int round, ModelState model) implements Request {
        @Override
        public Phase phase() {
            return Phase.TRAIN;
        }
    }

    record Evaluate(int round, ModelState model) implements Request {
        @Override
        public Phase phase() {
            return Phase.EVALUATE;
        }
    }

    /// The run is over, whatever its outcome; no answer is expected.
    record Finish(int round) implements Request {
        @Override
        public Phase phase() {
            return Phase.FINISH;
        }
    }
}
