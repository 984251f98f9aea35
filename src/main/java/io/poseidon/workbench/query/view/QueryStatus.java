package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Status;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;

/// What the status bar says about the last question.
final class QueryStatus {

    private final ObservableValue<QueryState> state;
    private final Words words;
    private final ObjectBinding<Status> status;

    QueryStatus(QueryTabs tabs, Words words) {
        this.state = tabs.shownProperty().flatMap(question -> question.stateProperty());
        this.words = words;
        this.status = Bindings.createObjectBinding(this::now, state, words.languageProperty());
    }

    ObservableValue<Status> property() {
        return status;
    }

    private Status now() {
        var formats = Formats.in(words.language());
        return switch (state.getValue()) {
            case QueryState.Answered answered ->
                new Status(
                        Status.State.READY,
                        words.now("status.done"),
                        List.of(words.now("status.rows", formats.whole(answered.rows()))),
                        List.of(formats.duration(answered.took())));
            case QueryState.Refused refused ->
                new Status(
                        Status.State.WARNING,
                        words.now("tag.refused", refused.decision().rule()),
                        List.of(words.now("status.none")),
                        List.of(formats.duration(refused.took())));
            case QueryState.Running ignored ->
                new Status(Status.State.RUNNING, words.now("running"), List.of(), List.of());
            case QueryState.Failed ignored ->
                new Status(Status.State.FAILED, words.now("failed"), List.of(), List.of());
            case QueryState.Cancelled ignored -> Status.ready(words.now("cancelled"));
            case QueryState.NoPurchase ignored -> Status.ready(words.now("status.closed"));
            case QueryState.Ready ignored -> Status.ready(words.now("status.ready"));
        };
    }
}
