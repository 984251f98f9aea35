package io.poseidon.workbench.bundle.view;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Step;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.VerifyingKey;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The purchases of a session. One at a time is unlocked: unlocking another, locking and closing first take it out of
/// [#openProperty], so that whoever reads its tables can let go, and then free it. On the delivery thread.
public final class VaultModel implements AutoCloseable {

    private final Jobs jobs;
    private final Unlocking unlocking;
    private final Path trustFolder;
    private final Clock clock;
    private final OpeningRace race = new OpeningRace();
    private final ObservableList<Purchase> purchases = FXCollections.observableArrayList();
    /// Held here: the wrapper keeps its own listeners only weakly.
    private final ObservableList<Purchase> purchasesSeen = FXCollections.unmodifiableObservableList(purchases);
    private final ObjectProperty<Optional<Purchase>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenedBundle>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Trust> trust = new ReadOnlyObjectWrapper<>();

    /// The folder holds the trusted signers; the clock judges the days of licences (the demonstration has its own).
    public VaultModel(Jobs jobs, Engine engine, Path trustFolder, Clock clock) {
        this.jobs = jobs;
        this.unlocking = new Unlocking(engine);
        this.trustFolder = trustFolder;
        this.clock = clock;
        trust.set(Trust.inFolder(trustFolder));
    }

    public ObservableList<Purchase> purchases() {
        return purchasesSeen;
    }

    public ObjectProperty<Optional<Purchase>> selectedProperty() {
        return selected;
    }

    /// The purchase that other screens may read. Not theirs to close.
    public ReadOnlyObjectProperty<Optional<OpenedBundle>> openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Trust> trustProperty() {
        return trust.getReadOnlyProperty();
    }

    public Clock clock() {
        return clock;
    }

    /// Adds a file, or finds it when it is there already, selects it and verifies it.
    public Purchase add(Path file) {
        var path = file.toAbsolutePath().normalize();
        var purchase = purchases.stream()
                .filter(known -> known.file().equals(path))
                .findFirst()
                .orElseGet(() -> append(path));
        selected.set(Optional.of(purchase));
        if (!(purchase.state() instanceof PurchaseState.Unlocked)) {
            check(purchase);
        }
        return purchase;
    }

    /// Verifies again, after the signer was trusted, say.
    public void check(Purchase purchase) {
        var verifier = verifier();
        run(
                purchase,
                watch -> verifier.verify(purchase.file(), List.of(), watch.progress(), watch.steps()),
                verdict -> purchase.become(judged(verdict)));
    }

    /// Opens it with an identity file. The passphrase is empty where the file is not wrapped; it is zeroed here.
    public void unlock(Purchase purchase, Path identity, char[] passphrase) {
        if (!(purchase.state() instanceof PurchaseState.Locked locked)) {
            return;
        }
        var verifier = verifier();
        run(
                purchase,
                watch -> unlocking.unlock(verifier, purchase.file(), identity, passphrase, watch),
                unlocked -> show(purchase, locked, unlocked));
    }

    /// Frees what was deciphered.
    public void lock(Purchase purchase) {
        if (purchase.state() instanceof PurchaseState.Unlocked unlocked) {
            release();
            purchase.become(new PurchaseState.Locked(unlocked.verdict(), Optional.empty()));
        }
    }

    /// Takes it out of the list; the file stays where it is.
    public void remove(Purchase purchase) {
        purchase.stop();
        lock(purchase);
        int index = purchases.indexOf(purchase);
        purchases.remove(purchase);
        selected.set(
                purchases.isEmpty()
                        ? Optional.empty()
                        : Optional.of(purchases.get(Math.clamp(index, 0, purchases.size() - 1))));
    }

    /// Trusts the key in a `.pub` file under the file's name, when it is the key that signed this purchase, and checks
    /// again.
    public void trust(Purchase purchase, Path pem) {
        if (!(purchase.state() instanceof PurchaseState.Refused refused)) {
            return;
        }
        var key = VerifyingKey.read(pem);
        if (!refused.verdict().signer().equals(Optional.of(key.keyId().hex()))) {
            throw Problem.of(Kind.NOT_VERIFIED, Verifier.class, "other-key");
        }
        var name = String.valueOf(pem.getFileName());
        Trust.add(trustFolder, name.replaceFirst("\\.[^.]*$", ""), key);
        trust.set(Trust.inFolder(trustFolder));
        check(purchase);
    }

    @Override
    public void close() {
        purchases.forEach(Purchase::stop);
        release();
    }

    @FunctionalInterface
    private interface Task<T> {
        T run(Opening.Watch watch) throws Exception;
    }

    private <T> void run(Purchase purchase, Task<T> task, Consumer<T> done) {
        var before = purchase.state();
        int turn = purchase.nextTurn();
        var followed = new Followed(purchase, before.contents());
        purchase.become(new PurchaseState.Checking(List.of(), before.contents()));
        var stop = jobs.listen(state -> followed.show());
        var job = jobs.<T>start(
                purchase.fileName(),
                progress -> task.run(new Opening.Watch(progress, steps -> followed.report(steps, progress))),
                outcome -> {
                    stop.run();
                    if (purchase.isAt(turn)) {
                        finish(purchase, before, outcome, done);
                    } else {
                        discard(outcome);
                    }
                });
        purchase.runs(job);
    }

    /// A result that nobody waits for any more holds no memory.
    private static void discard(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Done<?>(Unlocking.Result(Opening.Opened(var bundle, var verdict), var key))) {
            bundle.close();
        }
    }

    private <T> void finish(Purchase purchase, PurchaseState before, Outcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case Outcome.Done<T>(var value) -> done.accept(value);
            case Outcome.Failed<T>(var failure) -> purchase.become(failed(before, problem(failure)));
            case Outcome.Cancelled<T> ignored ->
                purchase.become(failed(before, Problem.of(Kind.CANCELLED, Verifier.class, "cancelled")));
        }
    }

    /// What was locked stays locked, with the reason.
    private static PurchaseState failed(PurchaseState before, Problem problem) {
        return before instanceof PurchaseState.Locked locked
                ? new PurchaseState.Locked(locked.verdict(), Optional.of(problem))
                : new PurchaseState.Unjudged(problem);
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof Problem problem
                ? problem
                : Problem.of(Kind.BUG, Verifier.class, "unexpected").because(failure);
    }

    private static PurchaseState judged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good good -> new PurchaseState.Locked(good, Optional.empty());
            case Verdict.Bad bad -> new PurchaseState.Refused(bad);
        };
    }

    private void show(Purchase purchase, PurchaseState.Locked before, Unlocking.Result result) {
        switch (result.opening()) {
            case Opening.Opened(var bundle, var verdict) -> {
                release();
                purchase.become(new PurchaseState.Unlocked(verdict, bundle, result.fingerprint()));
                open.set(Optional.of(bundle));
            }
            case Opening.Refused(var bad) ->
                purchase.become(
                        bad.problem().kind() == Kind.LOCKED
                                ? failed(before, bad.problem())
                                : new PurchaseState.Refused(bad));
        }
    }

    private void release() {
        open.get().ifPresent(bundle -> {
            open.set(Optional.empty());
            purchases.stream()
                    .filter(purchase ->
                            purchase.state() instanceof PurchaseState.Unlocked unlocked && unlocked.bundle() == bundle)
                    .forEach(purchase -> purchase.become(new PurchaseState.Locked(
                            ((PurchaseState.Unlocked) purchase.state()).verdict(), Optional.empty())));
            bundle.close();
        });
    }

    private Verifier verifier() {
        return new Verifier(trust.get(), clock.instant(), race);
    }

    private Purchase append(Path path) {
        var purchase = new Purchase(path, path.toFile().length());
        purchases.addFirst(purchase);
        return purchase;
    }

    /// Steps are told on the job's thread and shown where the job's progress is delivered.
    private static final class Followed {
        private final Purchase purchase;
        private final Optional<Verdict.Contents> known;
        private volatile List<Step> steps = List.of();

        Followed(Purchase purchase, Optional<Verdict.Contents> known) {
            this.purchase = purchase;
            this.known = known;
        }

        void report(List<Step> now, Progress progress) {
            steps = now;
            progress.report(-1, "");
        }

        void show() {
            if (purchase.state() instanceof PurchaseState.Checking checking
                    && !checking.steps().equals(steps)) {
                purchase.become(new PurchaseState.Checking(steps, known));
            }
        }
    }
}
