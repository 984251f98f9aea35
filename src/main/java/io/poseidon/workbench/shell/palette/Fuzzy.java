package io.poseidon.workbench.shell.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds letters in order within a text: `exv` in "Export view". Better when they stand together and at the beginnings
/// of words. Hangul is also found by first consonants (ㄴㅂㄴㄱ finds 내보내기) and while a syllable is being composed.
final class Fuzzy {

    /// @param places of the letters found, in the text
    record Match(int score, List<Integer> places) {}

    private static final int WORD_START = 8;
    private static final int TOGETHER = 5;
    private static final int FAR = 1;
    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final int SYLLABLES_PER_INITIAL = 588;
    private static final int FINALS = 28;
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private Fuzzy() {}

    static Optional<Match> match(String query, String text) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(new Match(0, List.of()));
        }
        var best = Optional.<Match>empty();
        for (int start = 0; start < text.length(); start++) {
            if (same(wanted.charAt(0), text.charAt(start))) {
                var found = from(wanted, text, start);
                if (found.isPresent() && (best.isEmpty() || found.get().score > best.get().score)) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static Optional<Match> from(String wanted, String text, int start) {
        var places = new ArrayList<Integer>();
        int score = 0;
        int place = start;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int found = next(letter, text, place);
            if (found < 0) {
                return Optional.empty();
            }
            score += worth(text, found, places);
            places.add(found);
            place = found + 1;
        }
        return Optional.of(new Match(score * 10 - text.length() - start, places));
    }

    private static int worth(String text, int found, List<Integer> before) {
        if (found == 0 || !Character.isLetterOrDigit(text.charAt(found - 1))) {
            return WORD_START;
        }
        return !before.isEmpty() && before.getLast() == found - 1 ? TOGETHER : -FAR;
    }

    private static int next(char letter, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (same(letter, text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(char typed, char in) {
        if (in < FIRST_SYLLABLE || in > LAST_SYLLABLE) {
            return Character.toLowerCase(in) == typed;
        }
        int syllable = in - FIRST_SYLLABLE;
        if (INITIALS.indexOf(typed) >= 0) {
            return INITIALS.charAt(syllable / SYLLABLES_PER_INITIAL) == typed;
        }
        boolean open = typed >= FIRST_SYLLABLE && typed <= LAST_SYLLABLE && (typed - FIRST_SYLLABLE) % FINALS == 0;
        return typed == in || open && typed - FIRST_SYLLABLE == syllable - syllable % FINALS;
    }
}
