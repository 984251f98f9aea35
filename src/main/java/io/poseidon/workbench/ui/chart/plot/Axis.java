package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Magnitude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From values to places: the ends of a scale and where it is labelled. A scale of categories puts the first at 0, the
/// second at 1, and leaves half a step at either end.
///
/// @param step between the ticks of numbers; zero where ticks are named
public record Axis(double low, double high, List<Tick> ticks, double step) {

    /// Named, or a number.
    public record Tick(double at, Optional<String> name) {

        public static Tick named(double at, String name) {
            return new Tick(at, Optional.of(name));
        }
    }

    private static final int WANTED_TICKS = 5;

    /// From here on numbers are written in the language's steps.
    private static final double LARGE = 1e6;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    public static Axis categories(List<String> names) {
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(Tick.named(i, names.get(i)));
        }
        return new Axis(-0.5, Math.max(names.size(), 1) - 0.5, ticks, 0);
    }

    /// From zero to a round number at or above `most`: bars stand on zero.
    public static Axis fromZero(double most) {
        return most <= 0 ? around(most, 0) : round(0, most, true);
    }

    /// Zero, a round number at or above `most`, and below zero exactly as far as `least` reaches: nothing of an
    /// interval is cut off, and a little of it under zero costs no more room than it needs.
    public static Axis throughZero(double least, double most) {
        if (least >= 0 || most <= 0) {
            return least >= 0 ? fromZero(most) : around(least, 0);
        }
        var round = around(least, most);
        var ticks = round.ticks().stream().filter(tick -> tick.at() >= least).toList();
        return new Axis(least, round.high(), ticks, round.step());
    }

    /// Round ends around the values, zero not forced: for dots and lines.
    public static Axis around(double least, double most) {
        return round(least, most, true);
    }

    /// Exactly from `low` to `high`, with round ticks inside.
    public static Axis exactly(double low, double high) {
        return round(low, high, false);
    }

    /// Other ticks.
    public Axis labelled(List<Tick> other) {
        return new Axis(low, high, other, step);
    }

    /// No words and no room for them: for all but the last of small multiples.
    public Axis bare() {
        return labelled(List.of());
    }

    /// What stands at a tick: its name, or its number, all of an axis in the same step and with the same decimals.
    public String words(Tick tick, Formats formats) {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        var magnitude = largest >= LARGE ? formats.magnitude(largest) : Magnitude.ONE;
        return tick.name()
                .orElseGet(() -> magnitude.equals(Magnitude.ONE)
                        ? formats.number(tick.at(), decimals(step))
                        : formats.scaled(tick.at(), magnitude, decimals(step / magnitude.size())));
    }

    private static int decimals(double step) {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }

    /// 0 at the low end, 1 at the high end.
    public double fraction(double value) {
        return high == low ? 0.5 : (value - low) / (high - low);
    }

    private static Axis round(double least, double most, boolean extend) {
        double top = most > least ? most : least + (least == 0 ? 1 : Math.abs(least) * 0.1);
        double step = step((top - least) / WANTED_TICKS);
        long first = (long) (extend ? Math.floor(least / step + 1e-9) : Math.ceil(least / step - 1e-9));
        long last = (long) (extend ? Math.ceil(top / step - 1e-9) : Math.floor(top / step + 1e-9));
        var ticks = new ArrayList<Tick>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, Optional.empty()));
        }
        return extend ? new Axis(first * step, last * step, ticks, step) : new Axis(least, top, ticks, step);
    }

    /// The least of 1, 2, 5 times a power of ten that is not below `rough`.
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
