package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Opened;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Released;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Reserved;
import io.poseidon.workbench.sealing.ledger.LedgerState.Edition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads a ledger line by line and holds every line to the chain and to the rules: opened once, at the beginning; an
/// edition reserved once, within the budget, and released once, after that.
///
/// Bytes after the last line's end are an append that a crash cut short. Nothing was ever built on them, since an entry
/// counts only once it is on disk to its end, so they are left out and overwritten by the next append.
final class Chain {

    private final Path file;
    private final LinkedHashMap<EditionId, Edition> editions = new LinkedHashMap<>();
    private final List<LedgerLine> lines = new ArrayList<>();
    private long soundBytes;

    private Chain(Path file) {
        this.file = file;
    }

    static Chain read(Path file, byte[] bytes) {
        var chain = new Chain(file);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                chain.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        chain.soundBytes = from;
        if (chain.lines.isEmpty()) {
            throw Problem.of(Kind.INPUT, ReleaseLedger.class, "ledger-empty", file.getFileName());
        }
        return chain;
    }

    /// Where the next line goes.
    long soundBytes() {
        return soundBytes;
    }

    LedgerState state() {
        var opened = opened();
        var last = lines.getLast();
        return new LedgerState(
                opened.population(), opened.rho(), List.copyOf(editions.values()), last.sequence(), last.digest());
    }

    private void add(byte[] json) {
        var line = LedgerLine.parse(json).orElseThrow(this::damaged);
        var previous =
                lines.isEmpty() ? LedgerLine.NOTHING_BEFORE : lines.getLast().digest();
        if (line.sequence() != lines.size() || !line.previous().equals(previous)) {
            throw damaged();
        }
        lines.add(line);
        if (!follows(line)) {
            throw damaged();
        }
    }

    private boolean follows(LedgerLine line) {
        return switch (line.entry()) {
            case Opened opened -> line.sequence() == 0 && opened.rho().signum() > 0;
            case Reserved reserved -> line.sequence() > 0 && reserve(line, reserved.terms());
            case Released released -> line.sequence() > 0 && release(released);
        };
    }

    private boolean reserve(LedgerLine line, Terms terms) {
        var edition = new Edition(terms, line.sequence(), line.digest(), java.util.Optional.empty());
        return terms.cost().signum() > 0
                && editions.put(terms.edition(), edition) == null
                && state().left().signum() >= 0;
    }

    private boolean release(Released released) {
        var edition = editions.get(released.edition());
        if (edition == null || edition.release().isPresent()) {
            return false;
        }
        editions.put(released.edition(), edition.withRelease(released.release()));
        return true;
    }

    private Opened opened() {
        return switch (lines.getFirst().entry()) {
            case Opened opened -> opened;
            case Reserved ignored -> throw damaged();
            case Released ignored -> throw damaged();
        };
    }

    private Problem damaged() {
        return Problem.of(Kind.INPUT, ReleaseLedger.class, "ledger-damaged", file.getFileName(), lines.size() + 1);
    }
}
