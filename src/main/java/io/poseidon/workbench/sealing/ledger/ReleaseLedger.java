package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Opened;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Released;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Reserved;
import io.poseidon.workbench.sealing.ledger.LedgerState.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The release ledger of one contributor population: an append-only, hash-chained file, held while open, every entry
/// on disk before its consequence. An edition is charged before its noise is drawn and may be sealed only after its
/// release is kept, so a crash at any instant can cost an edition a second attempt, never the population an unrecorded
/// spend. A rollback of the whole disk (ledger and releases together) cannot be noticed from within.
///
/// Whoever opened it closes it; confined to one thread.
public final class ReleaseLedger implements AutoCloseable {

    private final LedgerFile held;
    private final Path file;
    private final ReleaseStore releases;
    private Chain chain;

    private ReleaseLedger(LedgerFile held, Path file) throws IOException {
        this.held = held;
        this.file = file;
        this.releases = new ReleaseStore(file);
        this.chain = Chain.read(file, held.bytes());
        releases.check(state());
    }

    /// Makes the ledger of a population with a budget that nothing can change later. Refuses to touch one that exists.
    public static void init(Path file, String population, Rational rho) {
        if (!begin(file.toAbsolutePath(), population, rho)) {
            throw Problem.of(Kind.SURROUNDINGS, ReleaseLedger.class, "ledger-exists", file);
        }
    }

    /// As [#init], but one that is there, or that another process makes at this moment, stays as it is.
    public static void ensure(Path file, String population, Rational rho) {
        begin(file.toAbsolutePath(), population, rho);
    }

    /// Whether there is a ledger: a beginning that a crash cut short is none.
    public static boolean isBegun(Path file) {
        try {
            return isBegun(LedgerFile.look(file));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unreadable(file).because(e);
        }
    }

    /// Holding it as sealing does too, and in the file itself: a second file moved over the first would carry
    /// off what had been charged to it meanwhile.
    private static boolean begin(Path file, String population, Rational rho) {
        if (population.isBlank() || population.length() > 200 || rho.signum() <= 0) {
            throw Problem.of(Kind.USAGE, ReleaseLedger.class, "ledger-terms");
        }
        try (var held = LedgerFile.create(file)) {
            if (isBegun(held.bytes())) {
                return false;
            }
            held.append(0, line(0, LedgerLine.NOTHING_BEFORE, new Opened(population, rho)));
            return true;
        } catch (IOException e) {
            throw cannotWrite(file).because(e);
        }
    }

    /// Anything but a first line without its end, which may be nothing at all: another file is not ours to overwrite.
    private static boolean isBegun(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n') >= 0 || !(text.startsWith(LedgerLine.START) || LedgerLine.START.startsWith(text));
    }

    /// Verifies the chain and the releases without holding it; what `ledger show` prints.
    public static LedgerState show(Path file) {
        try {
            var state = Chain.read(file, LedgerFile.look(file)).state();
            new ReleaseStore(file.toAbsolutePath()).check(state);
            return state;
        } catch (NoSuchFileException e) {
            throw missing(file).because(e);
        } catch (IOException e) {
            throw unreadable(file).because(e);
        }
    }

    /// Holds and verifies; waits a while for another sealing to finish.
    public static ReleaseLedger open(Path file) {
        try {
            return open(LedgerFile.open(file.toAbsolutePath()), file.toAbsolutePath());
        } catch (NoSuchFileException e) {
            throw missing(file).because(e);
        } catch (IOException e) {
            throw unreadable(file).because(e);
        }
    }

    private static ReleaseLedger open(LedgerFile held, Path file) throws IOException {
        try {
            return new ReleaseLedger(held, file);
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    public LedgerState state() {
        return chain.state();
    }

    /// What sealing under these terms would cost now: nothing where the edition has been charged under the same terms.
    /// Problems: other terms than the frozen ones, edges that leave a sliver, over budget.
    public Rational cost(Terms terms) {
        var charged = state().edition(terms.edition());
        if (charged.isPresent()) {
            requireSame(charged.get().terms(), terms);
            return Rational.ZERO;
        }
        Neighbour.refuseSlivers(state().neighbours(terms), terms.edition());
        if (terms.cost().compareTo(state().left()) > 0) {
            throw Problem.of(
                    Kind.REFUSED,
                    ReleaseLedger.class,
                    "over-budget",
                    terms.edition(),
                    terms.cost(),
                    state().left(),
                    state().population());
        }
        return terms.cost();
    }

    /// Charges the edition unless it has been charged under the same terms. When this returns the charge is on disk.
    public Edition reserve(Terms terms) {
        if (cost(terms).signum() > 0) {
            append(new Reserved(terms));
        }
        return state().edition(terms.edition()).orElseThrow();
    }

    /// Keeps the release of a charged edition. When this returns it is on disk, and the ledger vouches for its bytes.
    public Edition keep(EditionId edition, byte[] release) {
        var charged = state().edition(edition).orElseThrow();
        if (charged.release().isPresent()) {
            throw new IllegalStateException("an edition is released once");
        }
        releases.write(edition, release);
        append(new Released(edition, Digest.of(release)));
        return state().edition(edition).orElseThrow();
    }

    /// The kept release of an edition that has one.
    public byte[] release(Edition edition) {
        return releases.read(edition.terms().edition(), edition.release().orElseThrow());
    }

    @Override
    public void close() {
        held.close();
    }

    private void append(LedgerEntry entry) {
        var state = state();
        try {
            var line = line(state.sequence() + 1, state.head(), entry);
            held.append(chain.soundBytes(), line);
            chain = Chain.read(file, held.bytes());
        } catch (IOException e) {
            throw cannotWrite(file).because(e);
        }
    }

    private static byte[] line(long sequence, Digest previous, LedgerEntry entry) {
        return new LedgerLine(sequence, previous, Instant.now().truncatedTo(ChronoUnit.SECONDS), entry).toBytes();
    }

    private static void requireSame(Terms frozen, Terms wanted) {
        var differs = !frozen.input().equals(wanted.input())
                ? "input"
                : !frozen.versions().equals(wanted.versions()) ? "versions" : "shape";
        if (!frozen.isSame(wanted)) {
            throw Problem.of(Kind.REFUSED, ReleaseLedger.class, "edition-frozen-" + differs, wanted.edition());
        }
    }

    private static Problem cannotWrite(Path file) {
        return Problem.of(Kind.SURROUNDINGS, ReleaseLedger.class, "cannot-write", file);
    }

    private static Problem missing(Path file) {
        return Problem.of(Kind.INPUT, ReleaseLedger.class, "ledger-missing", file);
    }

    private static Problem unreadable(Path file) {
        return Problem.of(Kind.INPUT, ReleaseLedger.class, "file-unreadable", file);
    }
}
