package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.ResultPage;
import io.poseidon.workbench.query.preflight.Offer;
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

    /// `offers` holds the nearest allowed questions, the nearest first.
    record Refused(Decision.Refuse decision, List<Offer> offers, Duration took) implements QueryState {
        public Refused {
            offers = List.copyOf(offers);
        }
    }

    record Failed(Problem problem) implements QueryState {}

    record Cancelled() implements QueryState {}
}
