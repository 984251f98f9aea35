package io.poseidon.workbench.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.chart.Bins;
import io.poseidon.workbench.ui.chart.Bins.Bin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGridTest {

    @TempDir
    Path folder;

    @Test
    void chooseAllOfTenMillionRowsAtOnce() {
        var count = Snapshot.onToolkit(() -> {
            var grid = new DataGrid(Sight.surroundings(), 24);
            grid.show(new Endless());
            Snapshot.take(new Scene(grid, 600, 400));
            grid.table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, true, false, false));
            return grid.chosenProperty().get().count();
        });
        assertEquals(10_000_000, count);
    }

    @Test
    void numberColumnsAreAtLeastAsWideAsTheirWidestValue() {
        var widths = Snapshot.onToolkit(() -> {
            var grid = new DataGrid(Sight.surroundings(), 24);
            grid.show(cells());
            return grid.table().getColumns().stream()
                    .map(TableColumn::getMinWidth)
                    .toList();
        });
        assertTrue(widths.get(6) > 90, widths.toString());
    }

    @Test
    void drawsIntervalsSuppressedCellsAndHistograms() {
        var folderOrOverride = System.getProperty("gallery");
        var file = (folderOrOverride == null ? folder : Path.of(folderOrOverride)).resolve("grid.png");
        Snapshot.write(
                () -> {
                    var surroundings = Sight.surroundings();
                    var grid = new DataGrid(surroundings, 24);
                    grid.show(cells());
                    grid.markSorted(0, true);
                    grid.choose(3);
                    return surroundings.theme().scene(grid, 832, 440);
                },
                file);
        assertTrue(file.toFile().length() > 5_000);
    }

    static GridModel cells() {
        var random = new Random(7);
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < 60; i++) {
            boolean hidden = i % 9 > 5 && i % 9 < 8;
            rows.add(List.of(
                    Cell.text("Gangwon"),
                    Cell.text(20 + i / 9 * 10 + "–" + (29 + i / 9 * 10)),
                    i == 4 ? new Cell.Null() : Cell.text(hidden ? "jewelry" : "cafe"),
                    Cell.text("2026-0" + (7 + i % 3)),
                    hidden ? new Cell.Suppressed() : new Cell.Interval(1200 + random.nextInt(300), 12, 0),
                    hidden ? new Cell.Suppressed() : new Cell.Interval(9000 + random.nextInt(5000), 2352, 0),
                    hidden ? new Cell.Suppressed() : new Cell.Interval(20 + random.nextInt(200), 23.5, 1),
                    hidden ? new Cell.Suppressed() : new Cell.Relative(50_000 + random.nextInt(90_000), 0, 0.39)));
        }
        return GridModel.of(
                List.of(
                        GridColumn.text("region").unit("5 of 17").bins(bins(17)),
                        GridColumn.text("age_band").unit("3 of 6").bins(bins(6)),
                        GridColumn.text("category").unit("3 of 10").bins(bins(10)),
                        GridColumn.text("month").unit("3 of 3").bins(bins(3)),
                        GridColumn.interval("contributors").unit("20 – 15,555").bins(bins(24)),
                        GridColumn.interval("txn_count").unit("± 2,352").bins(bins(24)),
                        GridColumn.interval("amount_sum, KRW M")
                                .unit("± 23.5 each cell")
                                .bins(bins(24)),
                        GridColumn.interval("per head, KRW").unit("ratio").bins(bins(24))),
                rows);
    }

    private static Bins bins(int count) {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < count; i++) {
            double all = Math.exp(-Math.pow((i - count * 0.6) / count * 3, 2));
            bins.add(new Bin(all, i % 3 == 0 ? all : all / 4));
        }
        return new Bins(bins);
    }

    /// Ten million rows that exist only when asked for.
    private record Endless() implements GridModel {

        @Override
        public List<GridColumn> columns() {
            return List.of(GridColumn.figure("n"));
        }

        @Override
        public long rowCount() {
            return 10_000_000;
        }

        @Override
        public List<List<Cell>> page(long offset, int count, Progress progress) {
            var rows = new ArrayList<List<Cell>>();
            for (long i = offset; i < Math.min(rowCount(), offset + count); i++) {
                rows.add(List.of(Cell.whole(i)));
            }
            return rows;
        }
    }
}
