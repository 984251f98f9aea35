package io.poseidon.workbench.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of one theme for canvases, read from the same style sheet that the controls use. Immutable.
public final class Tokens {

    private static final List<Token> SERIES =
            List.of(Token.SERIES_1, Token.SERIES_2, Token.SERIES_3, Token.SERIES_4, Token.SERIES_5, Token.SERIES_6);

    private final Theme.Mode mode;
    private final Map<Token, Color> colors;

    private Tokens(Theme.Mode mode, Map<Token, Color> colors) {
        this.mode = mode;
        this.colors = colors;
    }

    static Tokens read(Theme.Mode mode) {
        var block = block(sheet(), "\\.root\\." + mode.name().toLowerCase(Locale.ROOT));
        var colors = new EnumMap<Token, Color>(Token.class);
        for (var token : Token.values()) {
            var value = Pattern.compile(Pattern.quote(token.css()) + ":\\s*(#[0-9A-Fa-f]+)")
                    .matcher(block);
            if (!value.find()) {
                throw new IllegalStateException("no colour " + token.css() + " in the style sheet");
            }
            colors.put(token, Color.web(value.group(1)));
        }
        return new Tokens(mode, colors);
    }

    public Theme.Mode mode() {
        return mode;
    }

    public Color color(Token token) {
        return Objects.requireNonNull(colors.get(token));
    }

    /// The colour of series 0, 1, …; from the seventh on they come round again, so vary the dash as well.
    public Color series(int index) {
        return color(SERIES.get(Math.floorMod(index, SERIES.size())));
    }

    private static String block(String sheet, String selector) {
        var block = Pattern.compile(selector + "\\s*\\{([^}]*)}").matcher(sheet);
        if (!block.find()) {
            throw new IllegalStateException("no block " + selector + " in the style sheet");
        }
        return block.group(1);
    }

    private static String sheet() {
        try (var in = Tokens.class.getResourceAsStream("tokens.css")) {
            if (in == null) {
                throw new IllegalStateException("tokens.css is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
