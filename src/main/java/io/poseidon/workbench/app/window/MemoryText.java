package io.poseidon.workbench.app.window;

import io.poseidon.workbench.ui.Words;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;

/// How much of the heap is in use, for the status bar, every two seconds; empty until it is started, so that pictures
/// stay the same.
final class MemoryText {

    private static final Duration EVERY = Duration.seconds(2);
    private static final long MEGABYTE = 1 << 20;

    private final Words words;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final Timeline timeline = new Timeline(new KeyFrame(EVERY, event -> measure()));

    MemoryText(Words words) {
        this.words = words.in(MemoryText.class);
        timeline.setCycleCount(Timeline.INDEFINITE);
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    void start() {
        measure();
        timeline.play();
    }

    void stop() {
        timeline.stop();
    }

    private void measure() {
        var runtime = Runtime.getRuntime();
        var formats = words.formats().get();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        text.set(words.now("memory", formats.whole(used), formats.whole(runtime.maxMemory() / MEGABYTE)));
    }
}
