package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/// The encrypted parts of a checked file, opened with the reader's identities. All parts are opened, which verifies
/// their last chunks, before the first is read; plaintext goes to memory and is given out only when it is the one that
/// the manifest promises.
final class SealedParts {

    private final Container container;
    private final Manifest manifest;
    private final List<Identity> identities;
    private final Steps steps;

    SealedParts(Container container, Manifest manifest, List<Identity> identities, Steps steps) {
        this.container = container;
        this.manifest = manifest;
        this.identities = identities;
        this.steps = steps;
    }

    /// Reads every part to its end and keeps nothing.
    void decipher(Progress progress) {
        read((part, plain) -> plain.transferTo(OutputStream.nullOutputStream()), progress);
    }

    /// The tables, in the manifest's order; the caller closes them.
    List<ArrowTable> load(Engine engine, Progress progress) {
        var tables = new ArrayList<ArrowTable>();
        boolean complete = false;
        try {
            read((part, plain) -> tables.add(table(engine, part, plain, progress)), progress);
            complete = true;
            return List.copyOf(tables);
        } finally {
            if (!complete) {
                tables.forEach(ArrowTable::close);
            }
        }
    }

    @FunctionalInterface
    private interface Use {
        void accept(Part part, InputStream plain) throws IOException;
    }

    private void read(Use use, Progress progress) {
        var readers = new ArrayList<SealedReader>();
        try {
            steps.hold(Check.UNLOCK, () -> manifest.parts().forEach(part -> readers.add(open(part))));
            steps.hold(Check.DECRYPT, () -> {
                for (int i = 0; i < readers.size(); i++) {
                    read(manifest.parts().get(i), readers.get(i), use, progress);
                }
            });
        } finally {
            readers.forEach(SealedReader::close);
        }
    }

    private SealedReader open(Part part) {
        try {
            return container.sealed(part.entry(), identities);
        } catch (Problem problem) {
            throw damage(part, problem);
        }
    }

    private static void read(Part part, SealedReader reader, Use use, Progress progress) {
        if (reader.size() != part.plainSize()) {
            throw Damage.at(part.entry());
        }
        var sha256 = Digest.start();
        try (var plain = new DigestInputStream(reader.stream(progress), sha256)) {
            use.accept(part, plain);
            if (plain.read() >= 0 || !Digest.finish(sha256).equals(part.plain())) {
                throw Damage.at(part.entry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem problem) {
            throw damage(part, problem);
        }
    }

    /// A part that was signed but is no age file or no Arrow stream is as damaged as one that was changed.
    private static Problem damage(Part part, Problem problem) {
        return switch (problem.kind()) {
            case NOT_VERIFIED, INPUT -> Damage.at(part.entry()).because(problem);
            case USAGE, REFUSED, LOCKED, REMOTE, SURROUNDINGS, BUG, CANCELLED -> problem;
        };
    }

    private ArrowTable table(Engine engine, Part part, InputStream plain, Progress progress) {
        var table = ArrowTable.read(engine, part.table(), plain, progress);
        if (!fits(table, part)) {
            table.close();
            throw Damage.at(part.entry());
        }
        return table;
    }

    /// The table has the rows and the columns that the manifest promises.
    private boolean fits(ArrowTable table, Part part) {
        var promised = manifest.tables().stream()
                .filter(schema -> schema.table().equals(part.table()))
                .flatMap(schema -> schema.columns().stream())
                .map(column -> new Shape(column.name(), isNumber(column.type())))
                .toList();
        var found = table.columns().stream()
                .map(column -> new Shape(column.name(), isNumber(column.type())))
                .toList();
        return table.count() == part.rows() && found.equals(promised);
    }

    private record Shape(String name, boolean number) {}

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL, DOUBLE -> true;
            case TEXT, BOOLEAN, DATE, TIMESTAMP, OTHER -> false;
        };
    }
}
