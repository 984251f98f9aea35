package io.poseidon.workbench.ui;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// Surroundings for tests of views: notices are kept instead of shown.
public final class Sight {

    private Sight() {}

    public static Surroundings surroundings() {
        return surroundings(new Theme(), new Words(Language.ENGLISH));
    }

    public static Surroundings surroundings(Theme theme, Words words) {
        return new Surroundings(words, theme, new Jobs(new FxDelivery()), new KeptNotices());
    }

    /// What was told, in order.
    public static final class KeptNotices implements Notices {

        private final List<String> told = new ArrayList<>();

        @Override
        public void tell(ObservableValue<String> text) {
            told.add(text.getValue());
        }

        @Override
        public void tell(Problem problem) {
            told.add(problem.code());
        }

        public List<String> told() {
            return List.copyOf(told);
        }
    }
}
