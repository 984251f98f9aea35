package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {

    private static final double ENOUGH_FOR_TEXT = 4.5;
    private static final double ENOUGH_FOR_MARKS = 3;
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
            readable(tokens, word, Token.BG);
            readable(tokens, word, Token.SUBTLE);
            readable(tokens, word, Token.valueOf(word + "_TINT"));
            readable(tokens, Token.TEXT, Token.valueOf(word + "_TINT"));
        }
        readable(tokens, Token.ACCENT, Token.BG);
        readable(tokens, Token.ACCENT, Token.SUBTLE);
        readable(tokens, Token.ACCENT, Token.SELECTED);
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
            double ratio = contrast(tokens.series(series), tokens.color(Token.BG));
            assertTrue(ratio >= ENOUGH_FOR_MARKS, "series " + series + " in " + mode + ": " + ratio);
        }
    }

    private static void readable(Tokens tokens, Token text, Token ground) {
        double ratio = contrast(tokens.color(text), tokens.color(ground));
        assertTrue(ratio >= ENOUGH_FOR_TEXT, text + " on " + ground + " in " + tokens.mode() + ": " + ratio);
    }

    /// WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances.
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
