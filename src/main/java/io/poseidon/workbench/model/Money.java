package io.poseidon.workbench.model;

import java.util.Locale;

/// An exact amount in one currency (ISO 4217 code).
public record Money(Rational amount, String currency) implements Comparable<Money> {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be three capital letters");
        }
    }

    public static Money of(long amount, String currency) {
        return new Money(Rational.of(amount), currency);
    }

    @Override
    public int compareTo(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot compare " + currency + " with " + other.currency);
        }
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", amount, currency);
    }
}
