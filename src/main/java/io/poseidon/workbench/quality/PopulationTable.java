package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A reference population as a plain CSV table: no quotes, UTF-8, at most a million characters.
final class PopulationTable {

    private static final long LARGEST = 1_000_000;

    private PopulationTable() {}

    static Population read(Path file) {
        var lines = lines(file);
        var names =
                lines.isEmpty() ? List.<String>of() : List.of(lines.getFirst().split(",", -1));
        if (names.size() < 2) {
            throw wrong(file, 1);
        }
        var people = new LinkedHashMap<List<String>, Double>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = List.of(lines.get(i).split(",", -1));
            var count = cells.getLast().strip();
            boolean fits = cells.size() == names.size() && count.matches("\\d{1,15}");
            var labels = cells.subList(0, cells.size() - 1);
            if (!fits || people.put(labels, Double.parseDouble(count)) != null) {
                throw wrong(file, i + 1);
            }
        }
        var name = String.valueOf(file.getFileName());
        return new Population(Map.of("en", name, "ko", name), names.subList(0, names.size() - 1), people);
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw wrong(file, 1);
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (CharacterCodingException e) {
            throw wrong(file, 1).because(e);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.INPUT, PopulationTable.class, "population-unreadable", file)
                    .because(e);
        }
    }

    private static Problem wrong(Path file, int line) {
        return Problem.of(Problem.Kind.INPUT, PopulationTable.class, "population-syntax", file.getFileName(), line);
    }
}
