package io.poseidon.workbench.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls of the house. Each rule says why it stands, holds for the program, and is seen to fail on a violation
/// that was put under `walls.seeded` for it.
final class WallsTest {

    private static final String ROOT = "io.poseidon.workbench";
    private static final String SEEDED = ROOT + ".walls.seeded";

    private static final JavaClasses PROGRAM =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(SEEDED);

    /// A rule for the tree under `root`, by name.
    record Wall(String name, Function<String, ArchRule> rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Wall> walls() {
        return List.of(
                new Wall(
                        "map of the house",
                        root -> classes()
                                .should(new House(root).followTheMap())
                                .because("a capability that reaches past its neighbours cannot be reasoned about"
                                        + " alone")),
                new Wall("DuckDB", root -> onlyIn(root, "org.duckdb..", "one face hides the engine", "engine")),
                new Wall(
                        "Arrow vectors",
                        root -> onlyIn(
                                root,
                                "org.apache.arrow.vector..",
                                "buffers are closed by their owner, and two owners are enough",
                                "engine",
                                "remote")),
                new Wall(
                        "Arrow Flight",
                        root -> onlyIn(
                                root, "org.apache.arrow.flight..", "training knows a port and no transport", "remote")),
                new Wall(
                        "Bouncy Castle",
                        root -> onlyIn(root, "org.bouncycastle..", "cryptography is reviewed in one place", "crypto")),
                new Wall(
                        "Tablesaw",
                        root -> onlyIn(root, "tech.tablesaw..", "it serves small cleared tables only", "quality")),
                new Wall(
                        "JavaFX",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        root + ".ui..", root + ".shell..", root + "..view..", root + ".app..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("javafx..", "jfx..")
                                .because("everything but the screens runs, and is tested, without a toolkit")),
                new Wall(
                        "the toolkit's thread",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".ui..")
                                .should()
                                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                                .because("hops to the toolkit's thread are made in one place")),
                new Wall(
                        "threads",
                        root -> noClasses()
                                .that()
                                .resideOutsideOfPackage(root + ".job..")
                                .should()
                                .callMethod(Thread.class, "ofVirtual")
                                .orShould()
                                .callMethod(Thread.class, "ofPlatform")
                                .orShould()
                                .callConstructor(Thread.class, Runnable.class)
                                .because("only the job room starts threads, so that all of them can be seen and"
                                        + " cancelled")));
    }

    private static ArchRule onlyIn(String root, String library, String why, String... rooms) {
        var allowed = Arrays.stream(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(why);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void holdsForTheProgram(Wall wall) {
        wall.rule().apply(ROOT).allowEmptyShould(true).check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void isSeenToFailOnItsSeededViolation(Wall wall) {
        var result = wall.rule().apply(SEEDED).evaluate(VIOLATIONS);
        assertTrue(result.hasViolation(), wall.name());
    }

    @Test
    void hasNoCyclesBetweenCapabilities() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAPackage(ROOT + ".app.."), DescribedPredicate.alwaysTrue())
                .because("two capabilities that need each other are one")
                .check(PROGRAM);
    }

    @Test
    void everyRoomIsOnTheMap() {
        var house = new House(ROOT);
        Set<String> rooms = PROGRAM.stream()
                .map(house::room)
                .filter(room -> !room.isEmpty())
                .map(room -> room.replace(".view", ""))
                .collect(Collectors.toSet());
        rooms.removeAll(House.MAY_USE.keySet());
        assertEquals(Set.of(), rooms);
    }
}
