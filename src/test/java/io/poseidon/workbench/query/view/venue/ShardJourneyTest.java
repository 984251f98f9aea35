package io.poseidon.workbench.query.view.venue;

import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardFolder;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.BesideRows;
import io.poseidon.workbench.query.view.QueryWorkspace;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A buyer without a purchase asks the rows of a shard until the budget is spent.
@ExtendWith(ApplicationExtension.class)
final class ShardJourneyTest {

    private static final String PEOPLE =
            "SELECT region, COUNT(DISTINCT user_id) AS people FROM txn GROUP BY region ORDER BY region";
    private static final String BY_MONTH =
            "SELECT month, COUNT(DISTINCT user_id) AS people, SUM(amount) AS spend FROM txn GROUP BY month";
    private static final String MORE = "SELECT region, month, COUNT(DISTINCT user_id) AS people, SUM(amount) AS spend,"
            + " AVG(amount) AS mean FROM txn GROUP BY region, month ORDER BY region, month";

    private static final String MINE =
            "SELECT COUNT(DISTINCT user_id) AS people FROM txn JOIN my_customers USING (user_id)";

    private static Engine engine;

    @TempDir
    private Path folder;

    private VenueChoice choice;
    private QueryTabs tabs;
    private BesideRows rows;

    @BeforeAll
    static void startEngine() {
        engine = Engine.start();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @Start
    private void start(Stage stage) throws IOException {
        var shelf = new ShardShelf(folder.resolve("person"));
        shelf.remember(ShardFolder.write(folder.resolve("harbour")));
        var theme = new Theme();
        var surroundings = Sight.surroundings(theme, new Words(Language.ENGLISH));
        var purchase = new SimpleObjectProperty<Optional<PurchaseQueries>>(Optional.empty());
        choice = new VenueChoice(
                surroundings.jobs(), purchase, new ShardDesk(engine, ShardFolder.seat()), shelf, List.of());
        rows = new BesideRows(
                surroundings.jobs(),
                choice.venueProperty(),
                UploadShelf.open(folder.resolve("own-tables.json")),
                problem -> fail(problem.code()));
        tabs = new QueryTabs(
                surroundings.jobs(), rows.venueProperty(), new Workbook(folder.resolve("person")), ShardFolder.CLOCK);
        var workspace = new QueryWorkspace(surroundings, tabs, Optional.of(choice), List.of(rows.own()));
        stage.setScene(theme.scene(Pictures.framed(workspace, 1300), 1300, 900));
        stage.show();
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(choice::close);
    }

    @Test
    void asksUntilTheBudgetIsSpent(FxRobot robot) throws Exception {
        assertTrue(shows(robot, "No purchase is open"));
        robot.clickOn(".venue-menu");
        robot.clickOn("harbour · rows");
        until(() -> shows(robot, "Ask this shard"));

        robot.interact(() -> tabs.ask(PEOPLE));
        until(() -> shows(robot, "1 of 3 groups hidden: empty, fewer than 20 people"));
        assertTrue(shows(robot, "cost ρ 0.1"));
        until(() -> shows(robot, "ρ 0.1 of 0.5"));

        robot.interact(() -> tabs.shown().run());
        until(() -> shows(robot, "already paid: ρ 0"));
        until(() -> spent().equals(Rational.of(1, 10)));

        robot.interact(() -> tabs.ask(BY_MONTH));
        until(() -> tabs.shown().state() instanceof QueryState.Answered);
        until(() -> spent().equals(Rational.of(3, 10)));

        robot.interact(() -> tabs.ask(MORE));
        until(() -> shows(robot, "This question needs ρ 0.3, and local has ρ 0.2 left"));
        assertInstanceOf(QueryState.Refused.class, tabs.shown().state());
        until(() -> spent().equals(Rational.of(3, 10)));
        robot.interact(() -> robot.lookup("#use-rewrite").query().requestFocus());
        robot.type(KeyCode.SPACE);
        robot.interact(() -> tabs.shown().run());
        until(() -> tabs.shown().state() instanceof QueryState.Answered);
        assertTrue(spent().compareTo(Rational.of(1, 2)) <= 0);
        assertTrue(tabs.past().all().stream().allMatch(entry -> entry.dataset().equals("harbour")));

        robot.interact(choice::toCells);
        until(() -> shows(robot, "No purchase is open"));
    }

    @Test
    void sendsATableOfItsOwnAndAgreesToReplaceIt(FxRobot robot) throws Exception {
        assertFalse(robot.lookup(".own-tables").query().isVisible(), "nothing is open");
        robot.interact(() -> choice.to(choice.shards().getFirst()));
        until(() -> shows(robot, "The holder takes my_customers (user_id, segment)"));

        robot.interact(() -> rows.own().add(List.of(customers("name,segment", 0, 300))));
        until(() -> shows(robot, "has no column \"user_id\""));
        robot.interact(() -> rows.own().add(List.of(customers("user_id,segment", 0, 300))));
        until(() -> shows(robot, "sent to the shard, frozen there by its digest"));
        robot.interact(() -> tabs.ask(MINE));
        until(() -> tabs.shown().state() instanceof QueryState.Answered);
        until(() -> spent().equals(Rational.of(1, 10)));
        var digest = rows.own().tables().getFirst().known().orElseThrow();
        assertEquals(2, count(robot, Titles.digest(digest)), "beside the table, and under where the answer comes from");

        robot.interact(() -> rows.own().add(List.of(customers("user_id,segment", 300, 600))));
        until(() -> shows(robot, "Another table is frozen there"));
        assertFalse(shows(robot, "{"), "every gap of a sentence is filled");
        robot.clickOn("Replace at the shard");
        until(() -> rows.own().uploadsProperty().get().replaced().contains("my_customers"));
        robot.interact(() -> tabs.shown().run());
        until(() -> tabs.shown().state() instanceof QueryState.Answered);
        until(() -> spent().equals(Rational.of(2, 10)));

        robot.interact(choice::toCells);
        until(() -> !robot.lookup(".own-tables").query().isVisible());
    }

    private Path customers(String head, int from, int to) {
        var lines = new StringBuilder(head + "\n");
        IntStream.range(from, to).forEach(person -> lines.append("u%d,any%n".formatted(person)));
        try {
            return Files.writeString(folder.resolve("customers.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rational spent() {
        return tabs.purseProperty().get().orElseThrow().own().spent();
    }

    private static int count(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Label label && words.equals(label.getText()))
                .queryAll()
                .size();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words))
                .tryQuery()
                .isPresent();
    }
}
