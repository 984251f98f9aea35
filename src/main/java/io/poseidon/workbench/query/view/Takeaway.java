package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Notices;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/// Asks where the shown answer is to go, takes it there, and tells how that ended.
final class Takeaway {

    private final Notices notices;
    private final Words words;
    private final QueryTabs tabs;
    private Optional<Node> owner = Optional.empty();

    Takeaway(Notices notices, Words words, QueryTabs tabs) {
        this.notices = notices;
        this.words = words;
        this.tabs = tabs;
    }

    /// Dialogs open over the window of `page`.
    void over(Node page) {
        owner = Optional.of(page);
    }

    /// The answer as a table.
    void export() {
        if (tabs.shown().state() instanceof QueryState.Answered && owner.isPresent()) {
            FileDialogs.save(owner.get(), "result.csv", words.now("export"), "*.csv", "*.json", "*.arrows", "*.parquet")
                    .ifPresent(this::export);
        }
    }

    void export(Path file) {
        tabs.shown().export(file, Format.of(file).orElse(Format.CSV), this::ended);
    }

    /// The answer as a signed record.
    void evidence() {
        if (tabs.shown().state() instanceof QueryState.Answered && owner.isPresent()) {
            FileDialogs.save(owner.get(), "answer.evidence.json", words.now("evidence"), "*.evidence.json")
                    .ifPresent(this::evidence);
        }
    }

    void evidence(Path file) {
        tabs.shown().exportEvidence(file, this::ended);
    }

    private void ended(Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Done<Path>(Path written) -> notices.tell(words.text("exported", written.getFileName()));
            case Outcome.Failed<Path>(Problem problem) -> notices.tell(problem);
            case Outcome.Failed<Path> failed ->
                notices.tell(Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug"));
            case Outcome.Cancelled<Path> ignored -> {}
        }
    }
}
