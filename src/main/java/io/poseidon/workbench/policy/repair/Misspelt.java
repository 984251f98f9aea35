package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A name that hardly differs from one the policy knows is read as that one.
final class Misspelt {

    /// Letters that may be wrong, missing or too many, for each this many letters there are.
    private static final int LETTERS_PER_MISTAKE = 3;

    private static final int MOST_MISTAKES = 2;

    private final PolicyDocument policy;
    private final Finding reason;

    Misspelt(PolicyDocument policy, Finding reason) {
        this.policy = policy;
        this.reason = reason;
    }

    boolean mend(Draft draft) {
        var known = policy.tables().values().stream()
                .flatMap(table -> table.columns().keySet().stream())
                .distinct()
                .toList();
        var meant = new ArrayList<String>();
        draft.rewrite(part -> {
            var nearest =
                    part instanceof Expression.Column column && column.place().equals(reason.place())
                            ? nearest(column.name(), known)
                            : Optional.<String>empty();
            nearest.ifPresent(meant::add);
            return nearest.<Expression>map(name -> named((Expression.Column) part, name))
                    .orElse(part);
        });
        meant.stream().distinct().forEach(name -> draft.note(Change.NEAREST_NAME, name));
        return !meant.isEmpty();
    }

    private static Expression.Column named(Expression.Column column, String name) {
        var path = new ArrayList<>(column.path());
        path.set(path.size() - 1, name);
        return new Expression.Column(column.mark(), List.copyOf(path));
    }

    /// The known name that is nearest to a word that is none of them, where it is near enough.
    static Optional<String> nearest(String word, Collection<String> known) {
        var written = word.toLowerCase(Locale.ROOT);
        int most = Math.min(MOST_MISTAKES, written.length() / LETTERS_PER_MISTAKE);
        if (known.stream().anyMatch(written::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(written, name.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(name -> distance(written, name.toLowerCase(Locale.ROOT))));
    }

    /// Letters to put in, take out or change (Levenshtein), two neighbours that changed places counting as one.
    static int distance(String left, String right) {
        var rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, left, right, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(int[][] rows, String left, String right, int i, int j) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
