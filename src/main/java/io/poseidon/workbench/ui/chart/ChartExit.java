package io.poseidon.workbench.ui.chart;

import java.io.IOException;
import java.nio.file.Path;

/// Who is told that a picture of a chart is about to leave: `form` is `png` or `svg`, `file` the draft that will get
/// its name.
@FunctionalInterface
public interface ChartExit {
    void leaves(String form, Path file) throws IOException;
}
