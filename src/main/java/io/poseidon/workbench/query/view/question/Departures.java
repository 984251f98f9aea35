package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Work;
import io.poseidon.workbench.query.result.Result;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Answers on their way into files. A file that was begun is finished whatever is asked next and though its tab is
/// closed; only with the place that answered does it end, and then nothing of it is left. On the delivery thread of its
/// jobs.
final class Departures {

    private final Jobs jobs;
    private final Map<Job<Path>, String> leaving = new HashMap<>();

    Departures(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Holds the result until the file is there. `place` is the key of the place that answered.
    void start(String title, String place, Result result, Work<Path> work, Consumer<Outcome<Path>> done) {
        var hold = result.hold();
        forgetEnded();
        var job = jobs.start(
                title,
                progress -> {
                    try (hold) {
                        return work.run(progress);
                    }
                },
                outcome -> {
                    hold.close(); // also where the work never began
                    forgetEnded();
                    done.accept(outcome);
                });
        leaving.put(job, place);
    }

    private void forgetEnded() {
        leaving.keySet().removeIf(job -> job.state().phase().isOver());
    }

    /// What the place answered is about to go.
    void end(String place) {
        leaving.forEach((job, from) -> {
            if (from.equals(place)) {
                job.cancel();
            }
        });
    }
}
