package io.poseidon.workbench.shell;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Notices;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import java.time.Clock;
import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Notices at the lower right of the main area, newest last, three at most; and the log of what was told.
public final class NoticeStack implements Notices {

    /// A line of the log.
    record Told(Instant at, ObservableValue<String> text, boolean problem) {}

    private static final int MOST = 3;
    private static final int LOG = 500;
    private static final Duration STAYS = Duration.seconds(6);

    private final Words words;
    private final Clock clock;
    private final VBox node = new VBox(8);
    private final ObservableList<Told> log = FXCollections.observableArrayList();
    private final ObservableList<Told> logSeen = FXCollections.unmodifiableObservableList(log);

    public NoticeStack(Words words, Clock clock) {
        this.words = words.in(NoticeStack.class);
        this.clock = clock;
        node.getStyleClass().add("notices");
        node.setPickOnBounds(false);
        node.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    }

    @Override
    public void tell(ObservableValue<String> text) {
        var notice = notice(Icons.of(Feather.CHECK, 14, "ok"), text);
        add(notice, new Told(clock.instant(), text, false));
        var pause = new PauseTransition(STAYS);
        pause.setOnFinished(event -> node.getChildren().remove(notice));
        pause.play();
    }

    @Override
    public void tell(Problem problem) {
        boolean refused = problem.kind() == Problem.Kind.REFUSED || problem.kind() == Problem.Kind.CANCELLED;
        var icon = refused ? Icons.of(Feather.SLASH, 14, "warn") : Icons.of(Feather.ALERT_OCTAGON, 14, "bad");
        var notice = notice(icon, words.message(problem));
        var code = Labels.mono(problem.code());
        code.getStyleClass().addAll("s", "muted");
        ((VBox) notice.getChildren().get(1)).getChildren().addAll(Labels.paragraph(words.next(problem)), code);
        notice.getStyleClass().add(refused ? "warn" : "bad");
        add(notice, new Told(clock.instant(), words.message(problem), true));
    }

    Node node() {
        return node;
    }

    ObservableList<Told> log() {
        return logSeen;
    }

    private HBox notice(Node icon, ObservableValue<String> text) {
        var sentence = new VBox(4, Labels.wrapping(Labels.small(text)));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var notice = new HBox(8, icon, sentence);
        notice.getStyleClass().add("notice");
        Button close = Buttons.smallIcon(
                Feather.X, words.text("close"), () -> node.getChildren().remove(notice));
        notice.getChildren().add(close);
        return notice;
    }

    private void add(Node notice, Told told) {
        node.getChildren().add(notice);
        if (node.getChildren().size() > MOST) {
            node.getChildren().removeFirst();
        }
        log.addFirst(told);
        if (log.size() > LOG) {
            log.removeLast();
        }
    }
}
