package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The encrypted parts of a file. All of them are read, each once, before anything that was deciphered is believed;
/// plaintext goes to memory and is given out only when it is the one that the manifest promises. Closing it clears what
/// was deciphered and not taken.
final class SealedParts implements AutoCloseable {

    /// Who reads: with which identities, into whose memory, and in the race of all that they read; without an engine
    /// nothing is kept.
    record Reader(List<Identity> identities, Optional<Engine> engine, OpeningRace race) {
        Reader {
            identities = List.copyOf(identities);
        }
    }

    private final Reader reader;
    private final Steps steps;
    private final List<PartPass> passes = new ArrayList<>();

    SealedParts(Reader reader, Steps steps) {
        this.reader = reader;
        this.steps = steps;
    }

    /// Holds every part to its digest. `opening` says that the reader has the right to what is inside, so that it is
    /// deciphered on the way.
    void read(Container container, Manifest manifest, boolean opening, Progress progress) {
        for (var part : manifest.parts()) {
            if (container.entry(part.entry()).size() != part.sealedSize()) {
                throw Damage.at(part.entry());
            }
            passes.add(
                    opening
                            ? PartPass.decipher(container, part, reader, progress)
                            : PartPass.digest(container, part, progress));
        }
    }

    /// Takes the last two checks; the tables, in the manifest's order, are the caller's to close.
    List<ArrowTable> open(Manifest manifest, Progress progress) {
        steps.hold(Check.UNLOCK, () -> passes.forEach(pass -> hold(pass.part(), pass.locked())));
        return steps.take(Check.DECRYPT, () -> {
            passes.forEach(pass -> hold(pass.part(), pass.damaged()));
            return tables(manifest, progress);
        });
    }

    private List<ArrowTable> tables(Manifest manifest, Progress progress) {
        var tables = new ArrayList<ArrowTable>();
        boolean complete = false;
        try {
            for (var pass : passes) {
                var incoming = pass.incoming();
                if (incoming.isPresent()) {
                    tables.add(table(manifest, pass.part(), () -> incoming.get().read(progress)));
                }
            }
            complete = true;
            return List.copyOf(tables);
        } finally {
            if (!complete) {
                tables.forEach(ArrowTable::close);
            }
        }
    }

    private static ArrowTable table(Manifest manifest, Part part, Supplier<ArrowTable> read) {
        ArrowTable table;
        try {
            table = read.get();
        } catch (Problem problem) {
            throw verdict(part, problem);
        }
        if (!fits(manifest, table, part)) {
            table.close();
            throw Damage.at(part.entry());
        }
        return table;
    }

    private static void hold(Part part, Optional<Problem> problem) {
        problem.ifPresent(found -> {
            throw verdict(part, found);
        });
    }

    /// A part that was signed but is no age file or no Arrow stream is as damaged as one that was changed.
    private static Problem verdict(Part part, Problem problem) {
        return switch (problem.kind()) {
            case NOT_VERIFIED, INPUT ->
                problem.code().equals("damaged")
                        ? problem
                        : Damage.at(part.entry()).because(problem);
            case USAGE, REFUSED, LOCKED, REMOTE, SURROUNDINGS, BUG, CANCELLED -> problem;
        };
    }

    /// The table has the rows and the columns that the manifest promises.
    private static boolean fits(Manifest manifest, ArrowTable table, Part part) {
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

    @Override
    public void close() {
        Closing.all(passes);
    }
}
