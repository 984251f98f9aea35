package io.poseidon.workbench.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PopulationTest {

    @TempDir
    Path folder;

    @Test
    void readsATableOrADocument() throws IOException {
        var table = Population.read(file("people.csv", "region,age_band,people\nSeoul,20-29,5\nSeoul,70+,7\n"));
        assertEquals(List.of("region", "age_band"), table.dimensions());
        assertEquals(Optional.of(7.0), table.at(List.of("Seoul", "70+")));
        var document = Population.read(file(
                "people.yaml", "{source: {en: a, ko: b}, dimensions: [region], people: [[Seoul, 5], [Busan, 6]]}"));
        assertEquals(Optional.of(6.0), document.at(List.of("Busan")));
        assertEquals(Optional.empty(), document.at(List.of("Jeju")));
    }

    @Test
    void theSamplesTableCountsTheSamePeople() {
        var sample = Population.read(Path.of("sample-data", "population.csv"));
        assertEquals(Population.korea().people(), sample.people());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people\n5",
                "region,people\nSeoul,5\nSeoul,6",
                "region,people\nSeoul,-5",
                "region,people\nSeoul",
                "region,people\nSeoul,many"
            })
    void refusesATableThatIsNone(String text) throws IOException {
        var file = file("people.csv", text);
        assertEquals(
                7,
                assertThrows(Problem.class, () -> Population.read(file)).kind().exitCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{source: {en: a, ko: b}, dimensions: [region], people: [[Seoul]]}",
                "{source: {en: a, ko: b}, dimensions: [region], people: [[Seoul, -1]]}",
                "{source: {en: a}, dimensions: [region], people: []}",
                "{people: []}"
            })
    void refusesADocumentThatIsNone(String text) throws IOException {
        var file = file("people.yaml", text);
        assertEquals(
                7,
                assertThrows(Problem.class, () -> Population.read(file)).kind().exitCode());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
