package io.poseidon.workbench.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.query.Purchase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTableTest {

    @TempDir
    private Path folder;

    private Purchase purchase;
    private CellTable table;
    private Schema schema;

    @BeforeEach
    void read() {
        purchase = new Purchase(folder);
        schema = purchase.queries.schemas().getFirst();
        table = CellTable.read(purchase.queries, schema, Progress.NONE);
    }

    @AfterEach
    void close() {
        purchase.close();
    }

    @Test
    void laysOutEveryDeclaredCellInOrder() {
        assertEquals(9, table.rows().size());
        assertEquals(
                new CellTable.Row(List.of("서울", "7"), Optional.of(List.of(40.0, 1_234_567.0))),
                table.rows().get(0));
        assertEquals(
                new CellTable.Row(List.of("서울", "9"), Optional.empty()),
                table.rows().get(2));
        assertEquals(List.of("Busan", "7"), table.rows().get(3).values());
        assertEquals(
                3,
                table.rows().stream().filter(row -> row.measures().isPresent()).count());
    }

    @Test
    void filtersByDimensionsOnly() {
        var seoul = Filters.NONE.toggled(schema, "region", "서울");
        assertEquals(3, table.kept(seoul).size());
        assertEquals(1, table.kept(seoul.toggled(schema, "month", "7")).size());
        assertEquals(6, table.kept(seoul.toggled(schema, "region", "Busan")).size());
        assertEquals(Filters.NONE, seoul.toggled(schema, "region", "서울"));
        assertEquals(Filters.NONE, seoul.without("region"));
        assertEquals(Filters.NONE, Filters.NONE.with(schema, "month", Set.of("7", "8", "9")));
    }

    @Test
    void totalsCarryTheRootOfTheirCells() {
        var totals = Totals.by(table, Filters.NONE, "region", "contributors").totals();
        assertEquals(
                List.of("서울", "Busan", "Jeju \"East\""),
                totals.stream().map(Totals.Total::value).toList());
        assertEquals(71, totals.get(0).sum());
        assertEquals(2, totals.get(0).cells());
        assertEquals(1.959963984540054 * Math.sqrt(2 * 3), totals.get(0).half(), 1e-12);
        assertEquals(new Totals.Total("Jeju \"East\"", 0, 0, 0), totals.get(2));
    }

    @Test
    void profilesCountTheCellsPresentAndKept() {
        var profiles = Profile.all(table, Filters.NONE.toggled(schema, "region", "Busan"));
        var region = profiles.get(0);
        assertEquals(
                List.of(
                        new Profile.Bin("서울", 2, 0),
                        new Profile.Bin("Busan", 1, 1),
                        new Profile.Bin("Jeju \"East\"", 0, 0)),
                region.bins());
        var people = profiles.get(2);
        assertEquals(25, people.low());
        assertEquals(40, people.high());
        assertEquals(3, people.bins().stream().mapToDouble(Profile.Bin::all).sum());
        assertEquals(1, people.bins().stream().mapToDouble(Profile.Bin::kept).sum());
        assertTrue(
                people.bins().getFirst().kept() == 1 && people.bins().getLast().all() == 1);
    }
}
