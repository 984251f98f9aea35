package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.part.StateMark;
import java.util.concurrent.Callable;
import javafx.beans.value.ObservableValue;

/// Something about this machine or this build that is really tried, in a job, when Home is first shown and on request.
///
/// @param check throws when what it tries does not work
public record HealthCheck(ObservableValue<String> title, Callable<Finding> check) {

    /// What was found: DONE, WARNING or FAILED, and in words what exactly.
    public record Finding(StateMark mark, ObservableValue<String> words) {}
}
