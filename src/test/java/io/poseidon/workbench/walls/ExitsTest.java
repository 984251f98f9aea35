package io.poseidon.workbench.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Answers leave by one gate: whatever can take one away is known here, and passes it.
class ExitsTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("io.poseidon.workbench");

    private static Set<String> callers(Predicate<JavaMethodCall> call) {
        return PROGRAM.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(call))
                .map(ExitsTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static boolean is(JavaMethodCall call, String owner, String method) {
        return call.getTargetOwner().getName().endsWith(owner) && call.getName().equals(method);
    }

    /// Rows of a result are copied by the grid alone, which tells its model first.
    @Test
    void theGridTellsItsModelBeforeItCopies() {
        assertTrue(callers(call -> is(call, ".ui.grid.GridModel", "leaving")).contains("GridCopy"));
        var copying = callers(call -> is(call, "javafx.scene.input.Clipboard", "setContent"));
        copying.removeIf(name -> PROGRAM.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .noneMatch(type -> type.getPackageName().contains(".query")
                        || type.getPackageName().contains(".explore")));
        assertEquals(
                Set.of("HistoryRows", "PlanPane"), copying, "the text of a question may be copied, and nothing else");
    }

    /// Every chart over an answer tells before its picture is saved.
    @Test
    void chartsOfAnswersTellBeforeTheyAreSaved() {
        var drawing = PROGRAM.stream()
                .filter(type -> type.getPackageName().contains(".query.view")
                        || type.getPackageName().contains(".explore.view"))
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().endsWith(".ui.chart.Chart")))
                .toList();
        assertEquals(2, drawing.size(), drawing::toString);
        for (var type : drawing) {
            assertTrue(
                    type.getMethodCallsFromSelf().stream().anyMatch(call -> is(call, ".ui.chart.Chart", "onSave")),
                    type::getName);
        }
    }

    /// Files, standard output, clipboard, pictures and records: each of them writes its line.
    @Test
    void everyKindOfExitPasses() {
        assertEquals(
                Set.of(
                        "ChartPane",
                        "EvidenceExport",
                        "Export",
                        "ExploreCharts",
                        "ExplorePage",
                        "ResultPane",
                        "RowEvidenceExport"),
                callers(call -> is(call, ".query.gate.Pass", "leaves")));
    }
}
