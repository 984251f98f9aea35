package io.poseidon.workbench.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.job.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows with somebody who is told before they leave.
class WatchedRowsTest {

    @Test
    void areTheSameRowsAndTellWhatLeaves() throws Exception {
        var told = new ArrayList<String>();
        var rows =
                GridModel.of(List.of(GridColumn.text("a")), List.of(List.of(Cell.text("x")), List.of(Cell.text("y"))));
        var watched = rows.watchedBy((text, count) -> told.add(count + ":" + text));
        assertEquals(rows.columns(), watched.columns());
        assertEquals(rows.page(0, 2, Progress.NONE), watched.page(0, 2, Progress.NONE));
        assertEquals(2, watched.rowCount());
        assertEquals(rows.immediate(), watched.immediate());
        watched.leaving("x\n", 1);
        rows.leaving("nobody hears", 1);
        assertEquals(List.of("1:x\n"), told);
    }
}
