package io.poseidon.workbench.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// How times, days and whole numbers are read from the command line, and what is said about those that are none.
final class Moments {

    private Moments() {}

    static void register(CommandLine line) {
        line.registerConverter(Instant.class, Moments::instant);
        line.registerConverter(LocalDate.class, Moments::day);
        line.registerConverter(int.class, Moments::integer);
        line.registerConverter(long.class, Moments::integerOfAnySize);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(text, "is no moment in UTC such as 2026-11-30T12:00:00Z");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(text, "is no day such as 2026-11-30");
        }
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "is no whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
        }
    }

    private static long integerOfAnySize(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "is no whole number of at most 64 bits");
        }
    }

    private static TypeConversionException wrong(String text, String why) {
        return new TypeConversionException("'" + text + "' " + why);
    }
}
