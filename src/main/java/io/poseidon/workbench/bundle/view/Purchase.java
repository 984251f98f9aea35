package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.Verdict.Contents;
import io.poseidon.workbench.job.Job;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One file in the vault. Its state changes on the delivery thread only; the file itself is never written.
public final class Purchase {

    private final Path file;
    private final long size;
    private final ReadOnlyObjectWrapper<PurchaseState> state;

    private Optional<Job<?>> job = Optional.empty();
    private int turn;

    Purchase(Path file, long size) {
        this.file = file;
        this.size = size;
        state = new ReadOnlyObjectWrapper<>(this, "state", PurchaseState.Checking.FIRST);
    }

    public Path file() {
        return file;
    }

    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    /// Bytes; zero where the file could not be read.
    public long size() {
        return size;
    }

    public PurchaseState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<PurchaseState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The check or unlocking in hand, to be followed or cancelled.
    public Optional<Job<?>> job() {
        return job.filter(running -> !running.state().phase().isOver());
    }

    /// What may be shown of it: authentic statements only.
    public Optional<Contents> contents() {
        return state().contents();
    }

    void become(PurchaseState next) {
        state.set(next);
    }

    /// Ends the work in hand; its outcome counts no more.
    void stop() {
        turn++;
        job.ifPresent(Job::cancel);
        job = Optional.empty();
    }

    int nextTurn() {
        stop();
        return turn;
    }

    boolean isAt(int then) {
        return turn == then;
    }

    void runs(Job<?> now) {
        job = Optional.of(now);
    }
}
