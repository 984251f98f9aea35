package io.poseidon.workbench.ui;

import io.poseidon.workbench.model.Problem;
import javafx.beans.value.ObservableValue;

/// Non-modal messages at the edge of the window: they take no focus and go by themselves, problems stay until closed.
public interface Notices {

    /// Something went as asked; gone after some seconds.
    void tell(ObservableValue<String> text);

    /// Something did not; stays until it is closed and offers to copy its details.
    void tell(Problem problem);
}
