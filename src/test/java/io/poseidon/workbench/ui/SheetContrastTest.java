package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.ui.SheetRules.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule of every style sheet, measured in both themes on the ground that the sheets paint under it, or else on
/// each plain ground there is. Exempt, as WCAG has it: what is disabled, and what only decorates (dividers, the edge of
/// a card, of a tag or of a key, the hatch under its words, the rest of a meter).
class SheetContrastTest {

    private static final List<Token> GROUNDS = List.of(Token.BG, Token.SUBTLE, Token.SUNKEN, Token.SELECTED);
    private static final List<Token> CODE =
            List.of(Token.TEXT, Token.MUTED, Token.KEYWORD, Token.STRING, Token.NUMBER, Token.FUNCTION, Token.SUCCESS);
    private static final Set<String> WORDS =
            Set.of("-fx-text-fill", "-fx-prompt-text-fill", "-fx-highlight-text-fill", "-fx-fill");
    private static final List<String> CONTROLS = List.of(
            ".button",
            ".toggle-button",
            ".text-field",
            ".text-area",
            ".password-field",
            ".search-field",
            ".combo-box",
            ".choice-box",
            ".check-box",
            ".radio-button",
            ".segmented",
            ".thumb",
            ".slider .thumb");

    /// These fills lie under words.
    private static final Set<String> HIGHLIGHTS = Set.of(".sql-mark", ".sql-editor .selection-highlight");

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}|rgba?\\(.*");

    @Test
    void coloursStandInTheTokensAlone() throws IOException {
        var strays = SheetRules.read().rules().stream()
                .filter(rule -> !rule.sheet().equals("tokens.css"))
                .filter(rule -> rule.styles().values().stream()
                        .flatMap(value -> Arrays.stream(value.split("[\\s,]+")))
                        .anyMatch(word -> COLOUR.matcher(word).matches()))
                .toList();
        assertEquals(List.of(), strays);
    }

    @ParameterizedTest
    @EnumSource
    void wordsAreReadable(Theme.Mode mode) throws IOException {
        var rules = SheetRules.read();
        var findings = new Findings(Tokens.read(mode));
        for (var rule : rules.rules()) {
            for (var style : WORDS) {
                if (!HIGHLIGHTS.contains(rule.selector()) && !isIcon(rule, style)) {
                    findings.measure(rules, rule, rule.style(style), Contrast.TEXT);
                }
            }
        }
        findings.none(100);
    }

    @ParameterizedTest
    @EnumSource
    void iconsAndLinesStandOut(Theme.Mode mode) throws IOException {
        var rules = SheetRules.read();
        var findings = new Findings(Tokens.read(mode));
        for (var rule : rules.rules()) {
            findings.measure(rules, rule, rule.style("-fx-icon-color"), Contrast.MARKS);
            findings.measure(rules, rule, rule.style("-fx-stroke"), Contrast.MARKS);
        }
        findings.none(50);
    }

    @ParameterizedTest
    @EnumSource
    void theFocusRingStandsOut(Theme.Mode mode) throws IOException {
        var findings = new Findings(Tokens.read(mode));
        for (var rule : SheetRules.read().rules()) {
            if (rule.selector().contains("focus-visible")) {
                rule.style("-fx-border-color").ifPresent(ring -> findings.onEachGround(rule, ring, Contrast.MARKS));
            }
        }
        findings.none(20);
    }

    @ParameterizedTest
    @EnumSource
    void theEdgeOfAControlStandsOut(Theme.Mode mode) throws IOException {
        var findings = new Findings(Tokens.read(mode));
        for (var rule : SheetRules.read().rules()) {
            if (!isControl(rule)) {
                continue;
            }
            var layers = rule.layers("-fx-background-color");
            var edge =
                    layers.stream().limit(layers.size() > 1 || rule.selector().contains(".thumb") ? 1 : 0);
            Stream.concat(edge, rule.style("-fx-border-color").stream())
                    .filter(colour -> colour.startsWith("-c-") && !colour.equals("-c-divider"))
                    .forEach(colour -> findings.onEachGround(rule, colour, Contrast.MARKS));
        }
        findings.none(40);
    }

    @ParameterizedTest
    @EnumSource
    void wordsStayReadableUnderAHighlight(Theme.Mode mode) throws IOException {
        var tokens = Tokens.read(mode);
        var findings = new Findings(tokens);
        for (var rule : SheetRules.read().rules()) {
            if (HIGHLIGHTS.contains(rule.selector())) {
                var ground = token(rule.style("-fx-fill").orElseThrow());
                CODE.forEach(word -> findings.add(rule, word.css(), tokens.color(word), ground, Contrast.TEXT));
            }
        }
        findings.none(10);
    }

    @ParameterizedTest
    @EnumSource
    void aMeterStandsOutFromItsRest(Theme.Mode mode) throws IOException {
        var tokens = Tokens.read(mode);
        var findings = new Findings(tokens);
        for (var rule : SheetRules.read().rules()) {
            if (rule.selector().startsWith(".meter-fill") && !rule.selector().endsWith(":empty")) {
                var fill = rule.style("-fx-background-color");
                fill.ifPresent(
                        name -> findings.add(rule, name, tokens.color(token(name)), Token.GHOST, Contrast.MARKS));
            }
        }
        findings.none(5);
    }

    @Test
    void measuresWhatIsKnown() {
        assertEquals(21, Contrast.ratio(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.48, Contrast.ratio(Color.web("#777777"), Color.WHITE), 0.005);
        assertEquals(1, Contrast.ratio(Color.TRANSPARENT, Color.WHITE), 1e-9);
    }

    private static boolean isIcon(Rule rule, String style) {
        return style.equals("-fx-fill") && (rule.style("-fx-icon-color").isPresent());
    }

    private static boolean isControl(Rule rule) {
        return !rule.selector().contains(":disabled")
                && !rule.selector().contains(".key-cap")
                && CONTROLS.stream().anyMatch(control -> rule.selector().contains(control));
    }

    private static Token token(String css) {
        return Stream.of(Token.values())
                .filter(token -> token.css().equals(css))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no token " + css));
    }

    /// What was measured, and what is too faint.
    private static final class Findings {

        private final Tokens tokens;
        private final List<String> faint = new ArrayList<>();
        private int measured;

        Findings(Tokens tokens) {
            this.tokens = tokens;
        }

        void measure(SheetRules rules, Rule rule, Optional<String> colour, double enough) {
            colour.filter(name -> name.startsWith("-c-"))
                    .ifPresent(name -> rules.ground(rule)
                            .ifPresentOrElse(
                                    ground -> add(rule, name, seen(rule, name), ground(ground), enough),
                                    () -> onEachGround(rule, name, enough)));
        }

        void onEachGround(Rule rule, String name, double enough) {
            GROUNDS.forEach(ground -> add(rule, name, seen(rule, name), ground, enough));
        }

        void add(Rule rule, String name, Color colour, Token ground, double enough) {
            add(rule, name, colour, tokens.color(ground), ground.css(), enough);
        }

        private void add(Rule rule, String name, Color colour, Ground ground, double enough) {
            add(rule, name, colour, ground.colour(), ground.name(), enough);
        }

        private void add(Rule rule, String name, Color colour, Color ground, String on, double enough) {
            measured++;
            double ratio = Contrast.ratio(colour, ground);
            if (ratio < enough) {
                faint.add("%s: %s on %s %.2f".formatted(rule, name, on, ratio));
            }
        }

        private Color seen(Rule rule, String name) {
            double opacity = rule.style("-fx-opacity").map(Double::valueOf).orElse(1.0);
            return tokens.color(token(name)).deriveColor(0, 1, 1, opacity);
        }

        private Ground ground(String layer) {
            if (layer.startsWith("derive(")) {
                return ground(layer.substring(7, layer.indexOf(layer.contains(",") ? ',' : ')'))
                        .strip());
            }
            return new Ground(layer, tokens.color(token(layer)));
        }

        /// `least`: so that a test that measures nothing fails.
        void none(int least) {
            assertEquals(List.of(), faint, () -> tokens.mode() + ":\n" + String.join("\n", faint));
            assertTrue(measured >= least, () -> "measured " + measured);
        }
    }

    private record Ground(String name, Color colour) {}
}
