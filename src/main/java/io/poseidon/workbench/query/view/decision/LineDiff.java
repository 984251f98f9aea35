package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.query.text.Difference;
import java.util.ArrayList;
import java.util.List;

/// Two texts line by line: which lines go, which come, and what in them differs. Lines that stay are shown only beside
/// a change.
final class LineDiff {

    enum Kind {
        SAME,
        GONE,
        NEW
    }

    /// @param number of the line in its own text, from 1
    /// @param marked the stretches of it that differ
    record Row(Kind kind, int number, String text, List<Difference.Span> marked) {
        Row {
            marked = List.copyOf(marked);
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Row> rows = new ArrayList<>();

    private LineDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    static List<Row> between(String before, String after) {
        var diff = new LineDiff(before, after);
        diff.compare();
        return diff.nearChanges();
    }

    private void compare() {
        var longest = longest();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                rows.add(new Row(Kind.SAME, i + 1, before.get(i), List.of()));
                i++;
                j++;
                continue;
            }
            int fromLeft = i;
            int fromRight = j;
            while (isChange(i, j)) {
                if (j == after.size() || i < before.size() && longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            block(fromLeft, i, fromRight, j);
        }
    }

    private boolean isChange(int i, int j) {
        boolean left = i < before.size();
        boolean right = j < after.size();
        return (left || right) && !(left && right && before.get(i).equals(after.get(j)));
    }

    /// A changed line stands over the line it became.
    private void block(int left, int leftEnd, int right, int rightEnd) {
        int i = left;
        int j = right;
        while (i < leftEnd || j < rightEnd) {
            var difference = i < leftEnd && j < rightEnd
                    ? Difference.between(before.get(i), after.get(j))
                    : new Difference(List.of(), List.of());
            if (i < leftEnd) {
                rows.add(new Row(Kind.GONE, i + 1, before.get(i), difference.removed()));
                i++;
            }
            if (j < rightEnd) {
                rows.add(new Row(Kind.NEW, j + 1, after.get(j), difference.added()));
                j++;
            }
        }
    }

    private int[][] longest() {
        var longest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private List<Row> nearChanges() {
        var near = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            boolean beside = i > 0 && rows.get(i - 1).kind() != Kind.SAME
                    || i + 1 < rows.size() && rows.get(i + 1).kind() != Kind.SAME;
            if (rows.get(i).kind() != Kind.SAME || beside) {
                near.add(rows.get(i));
            }
        }
        return near;
    }
}
