package io.poseidon.workbench.policy.ledger;

import io.poseidon.workbench.policy.span.CellSet;
import java.util.Base64;
import java.util.BitSet;

/// A set of cells in a line of the ledger: `@` and its runs, as `@0-11,240`. The bits themselves in Base64, as lines of
/// the first builds have them, are read too; a fine grouping took megabytes in them.
final class CellRuns {

    private static final char MARK = '@';
    private static final int MOST_DIGITS = 9;

    private CellRuns() {}

    static String write(CellSet set) {
        var text = new StringBuilder().append(MARK);
        int first = -1;
        int last = -1;
        for (var cells = set.stream().iterator(); cells.hasNext(); ) {
            int cell = cells.nextInt();
            if (first < 0 || cell != last + 1) {
                run(text, first, last);
                first = cell;
            }
            last = cell;
        }
        run(text, first, last);
        return text.toString();
    }

    private static void run(StringBuilder text, int first, int last) {
        if (first < 0) {
            return;
        }
        text.append(text.length() > 1 ? "," : "").append(first);
        if (last > first) {
            text.append('-').append(last);
        }
    }

    /// What cannot be read is an [IllegalArgumentException].
    static CellSet read(String text) {
        return text.isEmpty() || text.charAt(0) != MARK
                ? CellSet.of(BitSet.valueOf(Base64.getDecoder().decode(text)))
                : runs(text);
    }

    private static CellSet runs(String text) {
        var bits = new BitSet();
        if (text.length() == 1) {
            return CellSet.of(bits);
        }
        int from = 0;
        for (var run : text.substring(1).split(",", -1)) {
            int dash = run.indexOf('-');
            int first = number(dash < 0 ? run : run.substring(0, dash));
            int last = dash < 0 ? first : number(run.substring(dash + 1));
            if (first < from || last < first) {
                throw new IllegalArgumentException("runs rise");
            }
            bits.set(first, last + 1);
            from = last + 1;
        }
        return CellSet.of(bits);
    }

    private static int number(String digits) {
        if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9') || digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("a cell is a number");
        }
        return Integer.parseInt(digits);
    }
}
