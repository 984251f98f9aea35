package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Magnitude;
import io.poseidon.workbench.ui.Words;
import java.util.Optional;

/// What is known before a question runs, in words of the language chosen.
final class AheadFacts {

    private final Preflight ahead;
    private final Words words;
    private final Formats formats;

    AheadFacts(Preflight ahead, Words words) {
        this.ahead = ahead;
        this.words = words;
        this.formats = Formats.in(words.language());
    }

    String decision() {
        if (ahead.audit() == Preflight.Audit.OPENS) {
            return words.now("ahead.opens");
        }
        if (ahead.audit() == Preflight.Audit.WITHHELD) {
            return words.now("ahead.withheld");
        }
        return switch (ahead.decision()) {
            case Decision.Allow ignored -> words.now("ahead.allow");
            case Decision.Filter ignored -> words.now("ahead.filter");
            case Decision.Warn warn -> words.count("ahead.warn", warn.cautions().size());
            case Decision.Refuse refuse -> words.now("ahead.refuse", refuse.rule());
        };
    }

    String cost() {
        return switch (ahead.cost()) {
            case Cost.Nothing ignored -> words.now("ahead.free");
            case Cost.Charged charged
            when charged.missing().isPresent() -> words.now("ahead.exhausted", rho(charged.left()));
            case Cost.Charged charged when charged.repeated() -> words.now("ahead.repeated", rho(charged.left()));
            case Cost.Charged charged ->
                words.now(
                        "ahead.cost",
                        rho(charged.rho()),
                        rho(charged.allowance().minus(charged.after())));
        };
    }

    /// How much of what is asked about will not be in the answer; nothing where nothing is known.
    Optional<String> missing() {
        return switch (ahead.suppressed()) {
            case Suppression.Known known when known.all() == 0 -> Optional.of(words.now("ahead.nothing"));
            case Suppression.Known known ->
                Optional.of(
                        known.hidden() == 0
                                ? words.now("ahead.whole", formats.whole(known.all()))
                                : words.now(
                                        "ahead.hidden",
                                        formats.whole(known.hidden()),
                                        formats.whole(known.all()),
                                        unbroken(formats.percent(known.share(), 0))));
            case Suppression.Expected expected
            when expected.most() == 0 ->
                Optional.of(words.now("ahead.whole-as-before", formats.whole(expected.groups())));
            case Suppression.Expected expected
            when expected.least() == expected.most() ->
                Optional.of(words.now(
                        "ahead.as-before",
                        formats.whole(Math.round(expected.most() * expected.groups())),
                        formats.whole(expected.groups())));
            case Suppression.Expected expected ->
                Optional.of(words.now(
                        "ahead.expected",
                        formats.percent(expected.least(), 0),
                        formats.percent(expected.most(), 0),
                        formats.whole(expected.groups())));
            case Suppression.Unknown ignored -> Optional.empty();
        };
    }

    /// The sign stays with its number.
    private static String unbroken(String percent) {
        return percent.replace(' ', '\u00a0');
    }

    /// Half the width of the first column that will have an interval; that there will be none, where noise is in it.
    Optional<String> width() {
        var noisy = ahead.widths().stream()
                .filter(width -> !(width.extent() instanceof Width.Exact))
                .toList();
        var half = noisy.stream().flatMap(width -> half(width).stream()).findFirst();
        boolean later = ahead.cost() instanceof Cost.Charged && noisy.stream().anyMatch(AheadFacts::isMean);
        return half.isPresent() || noisy.isEmpty()
                ? half
                : Optional.of(words.now(later ? "ahead.later" : "ahead.no-width"));
    }

    /// How wide the interval of a mean is depends on how many there are.
    private static boolean isMean(Width width) {
        return width.extent() instanceof Width.Unknown(Interval.Reason reason) && reason == Interval.Reason.FUNCTION;
    }

    private Optional<String> half(Width width) {
        return switch (width.extent()) {
            case Width.Half half -> Optional.of(words.now("ahead.width", width.column(), amount(half.middle(), width)));
            case Width.AtMost most ->
                Optional.of(words.now("ahead.width-most", width.column(), amount(most.half(), width)));
            case Width.Exact ignored -> Optional.empty();
            case Width.Untold ignored -> Optional.empty();
            case Width.Unknown ignored -> Optional.empty();
        };
    }

    private String amount(double value, Width width) {
        return (formats.compact(value) + " " + formats.unit(width.unit().orElse(""), Magnitude.ONE)).strip();
    }

    private String rho(Rational rho) {
        return formats.rho(rho.toDouble());
    }
}
