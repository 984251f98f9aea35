package io.poseidon.workbench.model;

import java.util.List;

/// Sentences with numbered gaps.
public final class Texts {

    private Texts() {}

    /// Replaces `{0}`, `{1}`, … by the arguments in one pass, so that an argument that looks like a gap stays as it is.
    /// Korean particles behind an argument become the one that its sound asks for.
    public static String fill(String pattern, List<String> arguments) {
        var out = new StringBuilder();
        int from = 0;
        while (from < pattern.length()) {
            int open = pattern.indexOf('{', from);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(pattern, from, open).append(gap(pattern.substring(open, close + 1), arguments));
            from = close + 1;
        }
        return Particles.settle(out.append(pattern.substring(from)).toString());
    }

    private static String gap(String gap, List<String> arguments) {
        var number = gap.substring(1, gap.length() - 1);
        if (number.length() != 1 || !Character.isDigit(number.charAt(0))) {
            return gap;
        }
        int index = number.charAt(0) - '0';
        return index < arguments.size() ? arguments.get(index) : gap;
    }
}
