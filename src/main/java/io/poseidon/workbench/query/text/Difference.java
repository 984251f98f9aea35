package io.poseidon.workbench.query.text;

import java.util.ArrayList;
import java.util.List;

/// What was changed from one text of a question to another: stretches of the first that are gone, of the second that
/// are new. Quotes around names, case of letters, comments and spaces make no difference.
///
/// The least number of tokens is marked (longest common subsequence); texts of more than [#MOST] tokens count as
/// changed between their common beginning and end.
public record Difference(List<Span> removed, List<Span> added) {

    /// A stretch of a text: `start` counts from 0 in UTF-16 units.
    public record Span(int start, int length) {
        public int end() {
            return start + length;
        }
    }

    static final int MOST = 1_000;

    public Difference {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public boolean isNone() {
        return removed.isEmpty() && added.isEmpty();
    }

    public static Difference between(String before, String after) {
        var left = Tokens.withoutComments(before);
        var right = Tokens.withoutComments(after);
        int head = 0;
        while (head < Math.min(left.size(), right.size()) && same(left.get(head), right.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(left.size(), right.size()) - head
                && same(left.get(left.size() - 1 - tail), right.get(right.size() - 1 - tail))) {
            tail++;
        }
        var middle = new Middle(left.subList(head, left.size() - tail), right.subList(head, right.size() - tail));
        middle.compare();
        return new Difference(spans(middle.removed), spans(middle.added));
    }

    private static boolean same(Token left, Token right) {
        return left.meaning().equals(right.meaning())
                && (left.kind() == Token.Kind.STRING) == (right.kind() == Token.Kind.STRING);
    }

    /// Neighbours become one stretch.
    private static List<Span> spans(List<Run> runs) {
        return runs.stream()
                .map(run -> new Span(
                        run.first().start(), run.last().end() - run.first().start()))
                .toList();
    }

    private record Run(int index, Token first, Token last) {}

    /// What stands between the common beginning and end. Used by one thread, once.
    private static final class Middle {

        private final List<Token> left;
        private final List<Token> right;
        private final List<Run> removed = new ArrayList<>();
        private final List<Run> added = new ArrayList<>();

        Middle(List<Token> left, List<Token> right) {
            this.left = left;
            this.right = right;
        }

        void compare() {
            if (left.size() > MOST || right.size() > MOST) {
                whole(removed, left);
                whole(added, right);
                return;
            }
            var longest = longest();
            int i = 0;
            int j = 0;
            while (i < left.size() || j < right.size()) {
                if (i < left.size() && j < right.size() && same(left.get(i), right.get(j))) {
                    i++;
                    j++;
                } else if (j == right.size() || (i < left.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                    add(removed, i, left.get(i));
                    i++;
                } else {
                    add(added, j, right.get(j));
                    j++;
                }
            }
        }

        private static void whole(List<Run> runs, List<Token> tokens) {
            for (int i = 0; i < tokens.size(); i++) {
                add(runs, i, tokens.get(i));
            }
        }

        private int[][] longest() {
            var longest = new int[left.size() + 1][right.size() + 1];
            for (int i = left.size() - 1; i >= 0; i--) {
                for (int j = right.size() - 1; j >= 0; j--) {
                    longest[i][j] = same(left.get(i), right.get(j))
                            ? longest[i + 1][j + 1] + 1
                            : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            return longest;
        }

        private static void add(List<Run> runs, int index, Token token) {
            if (!runs.isEmpty() && runs.getLast().index() == index - 1) {
                runs.set(runs.size() - 1, new Run(index, runs.getLast().first(), token));
            } else {
                runs.add(new Run(index, token, token));
            }
        }
    }
}
