package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats ENGLISH = Formats.in(Language.ENGLISH);
    private static final Formats KOREAN = Formats.in(Language.KOREAN);

    @Test
    void groupsThousandsAndWritesARealMinus() {
        assertEquals("11,326", ENGLISH.whole(11326));
        assertEquals("−2,352.50", ENGLISH.number(-2352.5, 2));
        assertEquals("± 23.5", ENGLISH.plusMinus(23.52, 1));
    }

    @Test
    void neverWritesMinusZero() {
        assertEquals("0.00", ENGLISH.number(-0.001, 2));
        assertEquals("0", ENGLISH.tidy(-0.0));
    }

    @Test
    void saysWhatIsNotANumberWithADash() {
        assertEquals("–", ENGLISH.number(Double.NaN, 1));
        assertEquals("−∞", ENGLISH.number(Double.NEGATIVE_INFINITY, 1));
    }

    @Test
    void writesWonWithTheSignBeforeTheSymbol() {
        assertEquals("₩3,900,000", ENGLISH.won(3_900_000));
        assertEquals("−₩120", KOREAN.won(-120));
    }

    @Test
    void shortensLargeNumbersByTheLanguagesOwnSteps() {
        assertEquals("219.8 M", ENGLISH.compact(219_800_000));
        assertEquals("56.4 bn", ENGLISH.compact(56.4e9));
        assertEquals("2.2억", KOREAN.compact(219_800_000));
        assertEquals("3만", KOREAN.compact(30_000));
        assertEquals("43.2 k", ENGLISH.compact(43_210));
        assertEquals("2 M", ENGLISH.compact(2e6));
    }

    @Test
    void writesTheTicksOfOneAxisInOneStep() {
        assertEquals("1.5 bn", ENGLISH.scaled(1.5e9, ENGLISH.magnitude(2e9), 1));
        assertEquals("0.5 bn", ENGLISH.scaled(5e8, ENGLISH.magnitude(2e9), 1));
        assertEquals("15억", KOREAN.scaled(1.5e9, KOREAN.magnitude(2e9), 0));
        assertEquals("0", KOREAN.scaled(0, KOREAN.magnitude(2e9), 0));
    }

    @Test
    void writesAUnitWithItsStepInTheLanguagesOrder() {
        assertEquals("KRW M", ENGLISH.unit("KRW", ENGLISH.magnitude(1e8)));
        assertEquals("억 원", KOREAN.unit("KRW", KOREAN.magnitude(1e8)));
        assertEquals("원", KOREAN.unit("KRW", Magnitude.ONE));
        assertEquals("kWh", KOREAN.unit("kWh", Magnitude.ONE));
    }

    @Test
    void writesDatesAsTheLanguageDoes() {
        var day = LocalDate.of(2027, 9, 30);
        assertEquals("30 Sep 2027", ENGLISH.date(day));
        assertEquals("2027년 9월 30일", KOREAN.date(day));
        assertEquals("2026년 11월 22일 일요일", KOREAN.fullDate(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void writesTimesByTheirSize() {
        assertEquals("38 ms", ENGLISH.duration(Duration.ofMillis(38)));
        assertEquals("1.4 s", ENGLISH.duration(Duration.ofMillis(1_400)));
        assertEquals("3 min 05 s", ENGLISH.duration(Duration.ofSeconds(185)));
        assertEquals("2 min", ENGLISH.duration(Duration.ofSeconds(120)));
        assertEquals("38 ms", KOREAN.duration(Duration.ofMillis(38)));
        assertEquals("1.4초", KOREAN.duration(Duration.ofMillis(1_400)));
        assertEquals("1분", KOREAN.duration(Duration.ofMinutes(1)));
    }

    @Test
    void writesSizesInDecimalUnits() {
        assertEquals("999 B", ENGLISH.bytes(999));
        assertEquals("1.8 MB", ENGLISH.bytes(1_815_210));
    }
}
