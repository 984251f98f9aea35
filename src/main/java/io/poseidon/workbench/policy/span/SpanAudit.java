package io.poseidon.workbench.policy.span;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Follows the sums over sets of cells that one asker was told, and refuses what would, taken together, give away a
/// single cell, or one of two by one outside fact, that was never released by itself. It sees sets only, never what
/// they hold, so a refusal tells nothing new.
///
/// All numbers of a question are taken together or not at all. The arithmetic is modulo a secret random prime, drawn
/// anew at every rebuild (see [SecretField]). With r independent numbers over n cells the next one costs about r²
/// products and as many additions; memory is 8·r² + n·r/8 + 50·n bytes. One thread.
public final class SpanAudit {

    /// What may be known, since it was released as it is or tells of nobody.
    public interface Shown {
        boolean cell(int cell);

        /// Their sum, or one of them for the other.
        boolean pair(int one, int other);
    }

    /// Beyond these the history is too fine to be followed, and nothing more is released.
    private static final int MOST_NUMBERS = 4_096;

    private static final long MOST_ENTRIES = 1L << 28;

    /// As many rows are made ready for at a time.
    private static final int TOGETHER = 16;

    private final int cells;
    private final SecureRandom random = new SecureRandom();
    private final ReleasedSets released = new ReleasedSets();
    private BitSet settled = new BitSet();

    /// Drawn when the first sum of several cells comes.
    private Optional<NullSpace> space = Optional.empty();

    private boolean followed = true;

    public SpanAudit(int cells) {
        this.cells = cells;
    }

    private NullSpace drawn(BitSet known) {
        return new NullSpace(SecretField.draw(random), cells, known, random);
    }

    /// Whether the sums over some sets, taken together, give away what is not shown; also where they are too many to
    /// tell.
    public static boolean opens(int cells, Collection<BitSet> sets, Shown shown) {
        var audit = new SpanAudit(cells);
        while (true) {
            var space = audit.space();
            boolean learned = audit.learned(space, audit.settled, sets);
            var verdict = learned ? Openings.look(space, shown) : Verdict.REFUSED;
            if (verdict != Verdict.UNLUCKY) {
                return verdict == Verdict.REFUSED;
            }
            audit.space = Optional.empty();
        }
    }

    public int cells() {
        return cells;
    }

    /// How many independent numbers are known. Near [#cells] one outside fact opens everything.
    public int rank() {
        return settled.cardinality() + independent();
    }

    /// Takes what was told before this object was there, whatever follows from it.
    public void learn(Collection<BitSet> sets) {
        if (!added(sets).isEmpty() && !settlesAlone()) {
            var rebuilt = rebuilt();
            rebuilt.ifPresent(this::use);
            followed = rebuilt.isPresent();
        }
    }

    /// Takes the sets of one question; false, and nothing is taken, where they open something.
    public boolean admits(Collection<BitSet> sets) {
        var news = added(sets);
        if (news.isEmpty()) {
            return true;
        }
        boolean admitted = followed && (isCheaperToRebuild(news) ? admitsRebuilt() : admitsRows(news));
        if (!admitted) {
            news.forEach(released::remove);
        }
        return admitted;
    }

    /// For checking from outside what it rests on.
    NullSpace space() {
        var now = space.orElseGet(() -> drawn(settled));
        space = Optional.of(now);
        return now;
    }

    private int independent() {
        return space.map(NullSpace::rank).orElse(0);
    }

    /// Whether the history is coarse enough to be followed; where it is not, [#admits] refuses all that is new.
    public boolean isFollowed() {
        return followed;
    }

    /// Cells whose own value is known or follows.
    public BitSet determined() {
        var determined = (BitSet) settled.clone();
        var now = space();
        for (int cell = 0; cell < cells; cell++) {
            if (now.isDetermined(cell)) {
                determined.set(cell);
            }
        }
        return determined;
    }

    private List<BitSet> added(Collection<BitSet> sets) {
        var news = new ArrayList<BitSet>();
        for (var set : sets) {
            if (released.add(set)) {
                news.add(set);
            }
        }
        return news;
    }

    /// Cells released by themselves are best left out from the start.
    private boolean isCheaperToRebuild(List<BitSet> news) {
        long single = news.stream().filter(set -> set.cardinality() == 1).count();
        return single > independent();
    }

    private boolean admitsRows(List<BitSet> news) {
        var now = space();
        now.mark();
        return switch (verdict(now, news)) {
            case SAFE -> true;
            case REFUSED -> {
                now.back();
                yield false;
            }
            case UNLUCKY -> {
                now.back();
                yield admitsRebuilt();
            }
        };
    }

    private Verdict verdict(NullSpace now, List<BitSet> news) {
        int before = now.rank();
        if (!learned(now, settled, news)) {
            return Verdict.REFUSED;
        }
        return now.rank() > before ? Openings.look(now, released) : Verdict.SAFE;
    }

    /// Where all that was released are single cells nothing follows from them, and there is nothing to be drawn.
    private boolean settlesAlone() {
        boolean single = released.beyondCells().isEmpty();
        if (single) {
            settled = released.cells();
            space = Optional.empty();
        }
        return single;
    }

    private boolean admitsRebuilt() {
        if (settlesAlone()) {
            return true;
        }
        while (true) {
            var rebuilt = rebuilt();
            var verdict = rebuilt.map(fresh -> Openings.look(fresh, released)).orElse(Verdict.REFUSED);
            if (verdict == Verdict.SAFE) {
                rebuilt.ifPresent(this::use);
            }
            if (verdict != Verdict.UNLUCKY) {
                return verdict == Verdict.SAFE;
            }
        }
    }

    private void use(NullSpace fresh) {
        space = Optional.of(fresh);
        settled = released.cells();
    }

    /// All that was released, with new random numbers; none where it is too fine.
    private Optional<NullSpace> rebuilt() {
        var known = released.cells();
        var rows = released.beyondCells();
        var fresh = drawn(known);
        return learned(fresh, known, rows) ? Optional.of(fresh) : Optional.empty();
    }

    /// False where they are too many.
    private boolean learned(NullSpace into, BitSet known, Collection<BitSet> sets) {
        var rows = sets.stream().map(set -> without(set, known)).toList();
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            var some = rows.subList(from, Math.min(rows.size(), from + TOGETHER));
            if (some.size() > 1) {
                into.expect(some);
            }
            for (var row : some) {
                if (into.learn(row) && (into.rank() > MOST_NUMBERS || (long) into.rank() * cells > MOST_ENTRIES)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BitSet without(BitSet set, BitSet known) {
        var rest = (BitSet) set.clone();
        rest.andNot(known);
        return rest;
    }
}
