package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.ui.Formats;
import java.math.RoundingMode;

/// Exact amounts as people read them; what is not a whole number is rounded and says so.
final class Amounts {

    private static final double MILLION = 1e6;

    private Amounts() {}

    /// ₩3,900,000; ≈ ₩4,812,500 where digits were left out.
    static String money(Formats formats, Rational amount, String currency) {
        var number = currency.equals("KRW") ? formats.won(rounded(amount)) : currency + " " + plain(formats, amount);
        return (amount.isInteger() ? "" : "≈ ") + number;
    }

    /// 3,900,000
    static String plain(Formats formats, Rational amount) {
        return formats.whole(rounded(amount));
    }

    /// In millions of the currency, two decimals: 3.90.
    static String millions(Formats formats, Rational amount) {
        return formats.number(amount.toDouble() / MILLION, 2);
    }

    static double inMillions(Rational amount) {
        return amount.toDouble() / MILLION;
    }

    private static long rounded(Rational amount) {
        return amount.toDecimal(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
