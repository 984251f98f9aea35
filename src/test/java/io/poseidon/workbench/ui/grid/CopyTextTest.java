package io.poseidon.workbench.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.job.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static final GridModel MODEL = GridModel.of(
            List.of(GridColumn.text("region"), GridColumn.interval("amount_sum")),
            List.of(
                    List.of(Cell.text("서울"), new Cell.Interval(60.6, 23.5, 1)),
                    List.of(Cell.text(""), new Cell.Suppressed()),
                    List.of(new Cell.Null(), new Cell.Figure(-1234.5, 1)),
                    List.of(Cell.text("a \"b\"\nc"), new Cell.Relative(200, 0, 0.5))));

    @Test
    void headingsNameTheEndsOfAnInterval() throws Exception {
        assertEquals(
                "region\tamount_sum\tamount_sum_low\tamount_sum_high\n서울\t60.6\t37.1\t84.1\n",
                copy(RowRanges.of(0, 0), true));
    }

    @Test
    void nullIsEmptyAndTheEmptyTextIsQuoted() throws Exception {
        assertEquals("\"\"\t\t\t\n\t-1234.5\t\t\n", copy(RowRanges.of(1, 2), false));
    }

    @Test
    void quotesAndLineBreaksSurvive() throws Exception {
        assertEquals("\"a \"\"b\"\"\nc\"\t200\t100\t300\n", copy(RowRanges.of(3, 3), false));
    }

    private static String copy(RowRanges rows, boolean headings) throws Exception {
        return new CopyText(MODEL).of(rows, headings, Progress.NONE);
    }
}
