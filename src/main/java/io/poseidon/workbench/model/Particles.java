package io.poseidon.workbench.model;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The particles of Korean that follow the sound before them: `파일 3을(를)` becomes `파일 3을`. Behind a letter whose
/// sound cannot be told both forms stay, as is usual.
final class Particles {

    private static final Pattern BOTH =
            Pattern.compile("([가-힣0-9%])([\"')\\]]?)(은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|와\\(과\\)|\\(으\\)로|\\(이\\)라고)");

    private static final int FIRST = 0xAC00;
    private static final int ENDINGS = 28;
    private static final int RIEUL = 8;

    /// How the digits end when they are read: 영 일 이 삼 사 오 육 칠 팔 구.
    private static final int[] DIGITS = {21, RIEUL, 0, 16, 0, 0, 1, RIEUL, RIEUL, 0};

    private Particles() {}

    /// Chooses where the sound is known.
    static String settle(String text) {
        return text.indexOf('(') < 0 ? text : BOTH.matcher(text).replaceAll(Particles::chosen);
    }

    private static String chosen(MatchResult found) {
        int ending = ending(found.group(1).charAt(0));
        return Matcher.quoteReplacement(found.group(1) + found.group(2) + particle(found.group(3), ending));
    }

    /// The final consonant by its number in Unicode's order; zero where there is none. `%` is read 퍼센트.
    private static int ending(char last) {
        if (last == '%') {
            return 0;
        }
        return Character.isDigit(last) ? DIGITS[last - '0'] : (last - FIRST) % ENDINGS;
    }

    private static String particle(String both, int ending) {
        boolean closed = ending != 0;
        return switch (both) {
            case "은(는)" -> closed ? "은" : "는";
            case "이(가)" -> closed ? "이" : "가";
            case "을(를)" -> closed ? "을" : "를";
            case "과(와)", "와(과)" -> closed ? "과" : "와";
            case "(으)로" -> closed && ending != RIEUL ? "으로" : "로";
            default -> closed ? "이라고" : "라고";
        };
    }
}
