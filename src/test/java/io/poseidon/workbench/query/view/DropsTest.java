package io.poseidon.workbench.query.view;

import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Names;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardFolder;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.own.OwnTable;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.query.view.venue.VenueState;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What falls on the Query place: tables lie beside the cells, a folder is a shard, a purchase is the window's to open,
/// and nonsense says what it is.
@ExtendWith(ApplicationExtension.class)
final class DropsTest {

    /// Ends with the process.
    private static Purchase purchase;

    @TempDir
    private Path folder;

    private final List<File> fallenThrough = new ArrayList<>();
    private boolean taken;
    private SimpleObjectProperty<Optional<OpenedBundle>> bundle;
    private OpenPurchase open;
    private BesideCells cells;
    private VenueChoice choice;

    /// Before the toolkit, which waits for no slow start.
    @BeforeAll
    static void seal(@TempDir Path home) {
        purchase = new Purchase(home);
    }

    @Start
    private void start(Stage stage) {
        bundle = new SimpleObjectProperty<>(Optional.of(purchase.bundle));
        var theme = new Theme();
        var surroundings = Sight.surroundings(theme, new Words(Language.ENGLISH));
        var jobs = surroundings.jobs();
        var tell = surroundings.notices();
        var engine = purchase.sealed.engine;
        open = new OpenPurchase(jobs, engine, bundle, Gate.forgetful(), tell::tell);
        var shelf = UploadShelf.open(folder.resolve("own-tables.json"));
        cells = new BesideCells(jobs, engine, open, shelf, tell::tell);
        var desk = new ShardDesk(engine, ShardFolder.seat());
        choice = new VenueChoice(
                jobs, cells.queriesProperty(), desk, new ShardShelf(folder.resolve("person")), List.of());
        var rows = new BesideRows(jobs, choice.venueProperty(), shelf, tell::tell);
        var tabs = new QueryTabs(
                jobs,
                rows.venueProperty(),
                cells.queriesProperty(),
                new Workbook(folder.resolve("person")),
                ShardFolder.CLOCK);
        var workspace = new QueryWorkspace(surroundings, tabs, Optional.of(choice), List.of(cells.own(), rows.own()));
        var scene = theme.scene(Pictures.framed(workspace, 1300), 1300, 900);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            taken = event.isDropCompleted();
            fallenThrough.addAll(event.getDragboard().getFiles());
        });
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(() -> {
            bundle.set(Optional.empty());
            choice.close();
            open.close();
        });
        until(() -> cells.own().tables().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {".own-tables", ".query-page"})
    void tablesOfEveryKindAtOnceLieBesideTheCells(String where, FxRobot robot) throws Exception {
        var files = tables();
        drop(robot, where, files.values().toArray(Path[]::new));
        until(() -> cells.own().tables().stream()
                        .filter(OwnTable.Here.class::isInstance)
                        .count()
                == 3);
        assertEquals(
                Map.of("from_csv", 2, "from_parquet", 2, "from_arrow", 2),
                cells.own().tables().stream()
                        .map(OwnTable.Here.class::cast)
                        .collect(Collectors.toMap(
                                OwnTable.Here::name, here -> here.upload().rows())));
        assertEquals(List.of(), fallenThrough);
    }

    @Test
    void nonsenseSaysWhatItIsAndHurtsNothing(FxRobot robot) throws Exception {
        var nothing = Files.createFile(folder.resolve("nothing.csv"));
        var bytes = Files.write(folder.resolve("bytes.parquet"), new byte[] {'P', 'A', 'R', '1', 0, 1, 2, 3});
        var picture =
                Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10, 26});
        var gone = folder.resolve("gone.csv");
        drop(robot, ".own-tables", nothing, bytes, picture, gone);
        until(() -> cells.own().tables().stream()
                        .filter(OwnTable.Broken.class::isInstance)
                        .count()
                == 4);
        for (var table : cells.own().tables()) {
            var broken = assertInstanceOf(OwnTable.Broken.class, table);
            assertTrue(broken.problem().kind() != Problem.Kind.BUG, broken::toString);
            until(() -> robot.lookup(broken.problem().code()).tryQuery().isPresent());
        }
        assertTrue(cells.own().uploadsProperty().get().tables().isEmpty());
    }

    @Test
    void aPurchaseFallsThroughToTheWindow(FxRobot robot) {
        drop(robot, ".own-tables", purchase.file);
        drop(robot, ".query-page", purchase.file);
        assertEquals(List.of(purchase.file.toFile(), purchase.file.toFile()), fallenThrough);
        assertTrue(cells.own().tables().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {".own-tables", ".query-page"})
    void aTableDroppedWithAPurchaseLiesBesideTheCellsOnce(String where, FxRobot robot) throws Exception {
        drop(robot, where, purchase.file, tables().get("csv"));
        until(() -> cells.own().tables().stream().anyMatch(OwnTable.Here.class::isInstance));
        assertEquals(1, cells.own().tables().size());
        assertTrue(taken);
        assertEquals(2, fallenThrough.size(), "the window hears of it, for the purchase");
    }

    @ParameterizedTest
    @ValueSource(strings = {".own-tables", ".query-page"})
    void aFolderIsAskedAsAShard(String where, FxRobot robot) throws Exception {
        drop(robot, where, ShardFolder.write(folder.resolve("harbour")));
        until(() -> choice.stateProperty().get() instanceof VenueState.Open);
        assertTrue(cells.own().tables().isEmpty());
        assertEquals(List.of(), fallenThrough);
    }

    @Test
    void aFolderThatIsNoShardSaysSo(FxRobot robot) throws Exception {
        drop(robot, ".query-page", Files.createDirectory(folder.resolve("photos")));
        until(() -> choice.stateProperty().get() instanceof VenueState.Failed);
        var failed = (VenueState.Failed) choice.stateProperty().get();
        until(() -> robot.lookup(failed.problem().code()).tryQuery().isPresent());
    }

    private Map<String, Path> tables() throws IOException {
        var csv = Files.writeString(folder.resolve("from csv.csv"), "region,manager\n서울,Kim\nBusan,Lee\n");
        var parquet = folder.resolve("from parquet.parquet");
        var arrow = folder.resolve("from arrow.arrows");
        try (var desk = Desk.open(purchase.sealed.engine);
                var table = ArrowTable.builder(purchase.sealed.engine, "t")
                        .texts("region", List.of("서울", "Busan"))
                        .build();
                var out = Files.newOutputStream(arrow)) {
            desk.put(table);
            desk.run("COPY t TO " + Names.literal(parquet.toString()) + " (FORMAT parquet)");
            table.writeTo(out, Map.of());
        }
        return Map.of("csv", csv, "parquet", parquet, "arrow", arrow);
    }

    private static void drop(FxRobot robot, String where, Path... files) {
        robot.interact(() -> {
            Node node = robot.lookup(where).query();
            Dropped.on(node, files);
        });
    }
}
