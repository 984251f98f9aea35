package io.poseidon.workbench.ui;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// Numbers, money, dates and times as a language writes them on screen. Immutable. Files and `--json` never use it.
///
/// Minus is the minus sign, thousands are grouped, a percent sign stands after a space.
public final class Formats {

    private static final Formats ENGLISH = new Formats(Language.ENGLISH);
    private static final Formats KOREAN = new Formats(Language.KOREAN);
    private static final double THOUSAND = 1000;

    private final Language language;

    private Formats(Language language) {
        this.language = language;
    }

    public static Formats in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case KOREAN -> KOREAN;
        };
    }

    /// 11,326
    public String whole(long number) {
        return pattern(0, 0).format(number);
    }

    /// 219.8 with exactly that many decimals.
    public String number(double number, int decimals) {
        if (Double.isNaN(number)) {
            return "–";
        }
        return Double.isInfinite(number)
                ? (number < 0 ? "−∞" : "∞")
                : withoutMinusZero(pattern(decimals, decimals).format(number));
    }

    /// Up to three significant decimals, none where the number is large: for axis labels and tooltips.
    public String tidy(double number) {
        double size = Math.abs(number);
        int decimals = size >= 1000 || number == Math.rint(number) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return withoutMinusZero(pattern(0, decimals).format(number));
    }

    /// ρ 0.0125: privacy loss, with up to four decimals.
    public String rho(double loss) {
        return "ρ " + withoutMinusZero(pattern(0, 4).format(loss));
    }

    /// ± 23.5
    public String plusMinus(double half, int decimals) {
        return "± " + number(half, decimals);
    }

    /// ₩3,900,000
    public String won(long amount) {
        return (amount < 0 ? "−" : "") + "₩" + pattern(0, 0).format(Math.abs(amount));
    }

    /// 4.4 %
    public String percent(double fraction, int decimals) {
        return number(fraction * 100, decimals) + " %";
    }

    /// A large number made short, with a decimal where there is one: 219.8 M, 56.4 bn, 43.2 k; in Korean by ten
    /// thousands: 2.2억, 564억.
    public String compact(double number) {
        double size = Math.abs(number);
        var magnitude = magnitude(number);
        if (language == Language.ENGLISH && size >= 1e4 && size < 1e6) {
            magnitude = new Magnitude(THOUSAND, "k");
        }
        return magnitude.equals(Magnitude.ONE)
                ? tidy(number)
                : withoutMinusZero(pattern(0, 1).format(number / magnitude.size())) + magnitude.behind();
    }

    /// The step that a number of this size is counted by.
    public Magnitude magnitude(double largest) {
        return Magnitude.of(largest, language);
    }

    /// 1.5 bn, 15억: in a step that was chosen for many numbers at once, with exactly that many decimals.
    public String scaled(double number, Magnitude magnitude, int decimals) {
        return number == 0 ? "0" : number(number / magnitude.size(), decimals) + magnitude.behind();
    }

    /// A unit as a language writes it behind numbers in a step: KRW M; 억 원. A currency is told by its name in Korean.
    public String unit(String code, Magnitude magnitude) {
        return switch (language) {
            case ENGLISH -> (code + " " + magnitude.sign()).strip();
            case KOREAN -> (magnitude.sign() + " " + (code.equals("KRW") ? "원" : code)).strip();
        };
    }

    /// 1.8 MB
    public String bytes(long size) {
        if (size < THOUSAND) {
            return whole(size) + " B";
        }
        if (size < 1e6) {
            return number(size / THOUSAND, 1) + " kB";
        }
        return size < 1e9 ? number(size / 1e6, 1) + " MB" : number(size / 1e9, 1) + " GB";
    }

    /// 38 ms, 1.4 s, 3 min 05 s, 2 min; in Korean 38 ms, 1.4초, 3분 05초, 2분
    public String duration(Duration time) {
        if (time.toMillis() < THOUSAND) {
            return whole(time.toMillis()) + " ms";
        }
        boolean korean = language == Language.KOREAN;
        if (time.toSeconds() < 60) {
            return number(time.toMillis() / THOUSAND, 1) + (korean ? "초" : " s");
        }
        var minutes = whole(time.toMinutes()) + (korean ? "분" : " min");
        if (time.toSecondsPart() == 0) {
            return minutes;
        }
        var seconds = String.format(language.locale(), "%02d", time.toSecondsPart());
        return minutes + " " + seconds + (korean ? "초" : " s");
    }

    /// 30 Sep 2027; 2027년 9월 30일
    public String date(LocalDate date) {
        return by("d MMM yyyy", "yyyy년 M월 d일").format(date);
    }

    /// Sunday, 22 November 2026; 2026년 11월 22일 일요일
    public String fullDate(LocalDate date) {
        return by("EEEE, d MMMM yyyy", "yyyy년 M월 d일 EEEE").format(date);
    }

    /// 09:41
    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(time);
    }

    private DateTimeFormatter by(String english, String korean) {
        return DateTimeFormatter.ofPattern(language == Language.ENGLISH ? english : korean, language.locale());
    }

    private DecimalFormat pattern(int fewest, int most) {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setMinusSign('−');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }

    private static String withoutMinusZero(String text) {
        return text.startsWith("−") && text.chars().skip(1).noneMatch(c -> c >= '1' && c <= '9')
                ? text.substring(1)
                : text;
    }
}
