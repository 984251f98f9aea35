package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.evidence.Evidence.Committed;
import io.poseidon.workbench.query.evidence.digest.ResultDigest;
import io.poseidon.workbench.query.evidence.digest.Shape;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A result that was taken away, CSV, JSON, Arrow or Parquet, with or without its intervals, held against what a record
/// committed to.
public final class ResultFile {

    /// Takes the names of the columns, then row after row.
    interface Rows {
        void columns(List<String> names);

        void row(List<Optional<String>> values);
    }

    private final Path file;

    public ResultFile(Path file) {
        this.file = file;
    }

    /// Whether the file holds the committed rows, in whatever order. Throws where it is no result at all.
    public boolean holds(Committed committed, Salt salt, Engine engine) {
        try (var digest = new ResultDigest(committed.columns())) {
            var rows = new Gathered(committed.columns(), digest);
            read(rows, engine);
            return rows.fits() && digest.salted(salt.bytes()).equals(committed.digest());
        }
    }

    private void read(Rows into, Engine engine) {
        if (!Files.isRegularFile(file)) {
            throw unreadable();
        }
        try {
            switch (Format.of(file).orElse(Format.CSV)) {
                case CSV -> CsvRows.read(file, into);
                case JSON -> JsonRows.read(file, into);
                case ARROW, PARQUET -> EngineRows.read(engine, file, into);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable().because(e);
        }
    }

    private Problem unreadable() {
        return Problem.of(Kind.INPUT, ResultFile.class, "result-unreadable", file);
    }

    /// What a file holds behind the committed columns.
    private record Beside(boolean intervals, boolean bounds) {}

    /// Picks the committed columns out of what a file has.
    private static final class Gathered implements Rows {

        private final List<Shape> shapes;
        private final ResultDigest digest;
        private Optional<int[]> places = Optional.empty();
        private int width;
        private boolean sound = true;

        Gathered(List<Shape> shapes, ResultDigest digest) {
            this.shapes = shapes;
            this.digest = digest;
        }

        boolean fits() {
            return places.isPresent() && sound;
        }

        /// Exactly the committed columns, or these with `_low` and `_high` behind each noisy one, with
        /// `_at_least` behind each upper bound, or with both.
        @Override
        public void columns(List<String> names) {
            width = names.size();
            places = Stream.of(
                            new Beside(false, false),
                            new Beside(false, true),
                            new Beside(true, false),
                            new Beside(true, true))
                    .flatMap(beside -> places(names, beside).stream())
                    .findFirst();
        }

        private Optional<int[]> places(List<String> names, Beside beside) {
            var expected = new ArrayList<String>();
            var places = new int[shapes.size()];
            for (int i = 0; i < places.length; i++) {
                var shape = shapes.get(i);
                places[i] = expected.size();
                expected.add(shape.name());
                if (beside.intervals() && shape.interval()) {
                    expected.add(shape.name() + "_low");
                    expected.add(shape.name() + "_high");
                }
                if (beside.bounds() && shape.bound()) {
                    expected.add(shape.name() + "_at_least");
                }
            }
            return expected.equals(names) ? Optional.of(places) : Optional.empty();
        }

        @Override
        public void row(List<Optional<String>> values) {
            sound &= values.size() == width;
            if (fits()) {
                var picked = new ArrayList<Optional<String>>();
                for (int place : places.orElseThrow()) {
                    picked.add(values.get(place));
                }
                digest.add(picked);
            }
        }
    }
}
