package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {

    private static final List<Token> GROUNDS = List.of(Token.BG, Token.SUBTLE, Token.SUNKEN, Token.SELECTED);

    @ParameterizedTest
    @EnumSource
    void plainTextIsReadableOnEveryGround(Theme.Mode mode) {
        var tokens = Tokens.read(mode);
        for (var ground : GROUNDS) {
            readable(tokens, Token.TEXT, ground);
            readable(tokens, Token.MUTED, ground);
        }
        readable(tokens, Token.ON_ACCENT, Token.ACCENT);
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfAMeaningAreReadableOnTheirTintAndOnPlainGround(Theme.Mode mode) {
        var tokens = Tokens.read(mode);
        for (var word : List.of(Token.SUCCESS, Token.WARNING, Token.DANGER, Token.PRIVACY)) {
            GROUNDS.forEach(ground -> readable(tokens, word, ground));
            readable(tokens, word, Token.valueOf(word + "_TINT"));
            readable(tokens, Token.TEXT, Token.valueOf(word + "_TINT"));
        }
        GROUNDS.forEach(ground -> readable(tokens, Token.ACCENT, ground));
    }

    @ParameterizedTest
    @EnumSource
    void codeIsReadableInTheEditor(Theme.Mode mode) {
        var tokens = Tokens.read(mode);
        for (var word : List.of(Token.KEYWORD, Token.STRING, Token.NUMBER, Token.FUNCTION)) {
            readable(tokens, word, Token.BG);
        }
    }

    @ParameterizedTest
    @EnumSource
    void seriesStandOutFromTheGround(Theme.Mode mode) {
        var tokens = Tokens.read(mode);
        for (int series = 0; series < 6; series++) {
            double ratio = Contrast.ratio(tokens.series(series), tokens.color(Token.BG));
            assertTrue(ratio >= Contrast.MARKS, "series " + series + " in " + mode + ": " + ratio);
        }
    }

    private static void readable(Tokens tokens, Token text, Token ground) {
        double ratio = Contrast.ratio(tokens.color(text), tokens.color(ground));
        assertTrue(ratio >= Contrast.TEXT, text + " on " + ground + " in " + tokens.mode() + ": " + ratio);
    }
}
