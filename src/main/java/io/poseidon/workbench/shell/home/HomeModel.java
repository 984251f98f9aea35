package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The recent purchases with their state today; which files are still there is looked up in a job.
final class HomeModel {

    /// A line of the list.
    record Line(RecentPurchase purchase, RecentPurchase.State state, long daysLeft) {}

    private final HomeParts parts;
    private final Jobs jobs;
    private final Words words;
    private final HealthModel health;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesSeen = FXCollections.unmodifiableObservableList(lines);
    private final Set<Path> missing = new HashSet<>();

    HomeModel(HomeParts parts, Jobs jobs, Words words) {
        this.parts = parts;
        this.jobs = jobs;
        this.words = words;
        health = new HealthModel(jobs, words, parts.clock(), parts.checks());
        parts.recent().list().addListener((ListChangeListener<RecentPurchase>) change -> look());
        parts.unlocked().subscribe(this::refill);
    }

    ObservableList<Line> lines() {
        return linesSeen;
    }

    HealthModel health() {
        return health;
    }

    LocalDate today() {
        return LocalDate.now(parts.clock());
    }

    /// Looks whether the files are still there.
    void look() {
        var files = parts.recent().list().stream().map(RecentPurchase::file).toList();
        refill();
        jobs.start(words.now("looking"), progress -> absent(files), this::looked);
    }

    void open(RecentPurchase purchase) {
        parts.open().accept(purchase.file());
    }

    void remove(RecentPurchase purchase) {
        parts.recent().remove(purchase);
    }

    void locate(RecentPurchase purchase, Path found) {
        parts.recent().locate(purchase, found);
    }

    private void looked(Outcome<Set<Path>> outcome) {
        if (outcome instanceof Outcome.Done<Set<Path>> done) {
            missing.clear();
            missing.addAll(done.value());
            refill();
        }
    }

    private static Set<Path> absent(List<Path> files) {
        return files.stream().filter(file -> !Files.isRegularFile(file)).collect(Collectors.toSet());
    }

    private void refill() {
        var today = today();
        lines.setAll(parts.recent().list().stream().map(one -> line(one, today)).toList());
    }

    private Line line(RecentPurchase one, LocalDate today) {
        boolean unlocked =
                parts.unlocked().getValue().filter(one.file()::equals).isPresent();
        return new Line(one, one.stateOn(today, !missing.contains(one.file()), unlocked), one.daysLeft(today));
    }
}
