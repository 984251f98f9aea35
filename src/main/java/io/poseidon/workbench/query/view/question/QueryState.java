package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.ResultPage;
import java.time.Duration;
import java.util.List;

/// What the query screen shows under its editor.
public sealed interface QueryState {

    /// Nothing is open that could be asked.
    record NoPurchase() implements QueryState {}

    /// Nothing has been asked yet.
    record Ready() implements QueryState {}

    record Running(Job<?> job) implements QueryState {}

    /// `first` holds the first rows; `rows` grows to the true number once it has been counted.
    record Answered(Reply.Answered reply, ResultPage first, long rows, boolean counted, Duration took)
            implements QueryState {}

    /// `ahead` is what was known of the question when it was refused, with the nearest allowed questions.
    record Refused(Reply.Refused reply, Preflight ahead, Duration took) implements QueryState {

        public Decision.Refuse decision() {
            return reply.decision();
        }

        /// The nearest first.
        public List<Offer> offers() {
            return ahead.offers();
        }
    }

    record Failed(Problem problem) implements QueryState {}

    record Cancelled() implements QueryState {}
}
