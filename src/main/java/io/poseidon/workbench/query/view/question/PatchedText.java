package io.poseidon.workbench.query.view.question;

import io.poseidon.workbench.query.text.Difference;
import io.poseidon.workbench.query.text.Token;
import io.poseidon.workbench.query.text.Tokens;
import java.util.List;

/// A rewrite put into the layout of the text it is a rewrite of: lines, indents and remarks stay, only the tokens that
/// differ are taken out and put in. The result has the tokens of the rewrite, in their order.
public final class PatchedText {

    private final String before;
    private final String after;
    private final Difference difference;
    private final StringBuilder out = new StringBuilder();

    private PatchedText(String before, String after, Difference difference) {
        this.before = before;
        this.after = after;
        this.difference = difference;
    }

    public static String of(String before, String after, Difference difference) {
        return new PatchedText(before, after, difference).patched();
    }

    private String patched() {
        var left = Tokens.withoutComments(before);
        var right = Tokens.withoutComments(after);
        int i = 0;
        int j = 0;
        int copied = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && isIn(difference.removed(), left.get(i))) {
                copied = takeOut(left.get(i), copied);
                i++;
            } else if (j < right.size() && isIn(difference.added(), right.get(j))) {
                putIn(right, j);
                j++;
            } else if (i < left.size() && j < right.size()) {
                keep(left.get(i), copied, j > 0 && isTight(right, j));
                copied = left.get(i).end();
                i++;
                j++;
            } else {
                // the difference does not belong to these texts
                return after;
            }
        }
        return tidy(out + before.substring(copied));
    }

    /// With what stands before it; behind a sign that was put in without the space.
    private void keep(Token token, int copied, boolean tight) {
        var gap = before.substring(copied, token.start());
        out.append(tight && gap.equals(" ") ? "" : gap).append(token.text());
    }

    private boolean isTight(List<Token> tokens, int at) {
        return isIn(difference.added(), tokens.get(at - 1))
                && tokens.get(at).start() == tokens.get(at - 1).end();
    }

    /// With the space before it, unless a remark stands there.
    private int takeOut(Token token, int copied) {
        var gap = before.substring(copied, token.start());
        if (!gap.isBlank()) {
            out.append(gap.stripTrailing());
        }
        return token.end();
    }

    private void putIn(List<Token> tokens, int at) {
        boolean spaced = at > 0 && tokens.get(at).start() > tokens.get(at - 1).end();
        if (spaced && !out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
        out.append(tokens.get(at).text());
    }

    private static boolean isIn(List<Difference.Span> spans, Token token) {
        return spans.stream().anyMatch(span -> span.start() <= token.start() && token.end() <= span.end());
    }

    /// No lines that became empty, no spaces at the end of one.
    private static String tidy(String text) {
        return text.replaceAll("[ \\t]+(?=\\n)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .stripTrailing();
    }
}
