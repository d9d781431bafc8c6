package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in integer minor units of one currency (cents for the euro). Operations on two currencies refuse, overflow
 * refuses, rounding is always asked for by name.
 *
 * @param minor minor units, negative for a credit
 * @param currency a currency with minor units defined by ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public Money {
        requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency " + currency + " has no minor unit");
        }
    }

    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The exact amount; {@link ArithmeticException} where it has more decimals than the currency. */
    public static Money exact(BigDecimal amount, Currency currency) {
        return rounded(amount, currency, RoundingMode.UNNECESSARY);
    }

    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        requireNonNull(rounding, "rounding");
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        return new Money(
                amount.setScale(digits, rounding).movePointRight(digits).longValueExact(), currency);
    }

    /** Parses what {@link #toDecimalString()} writes, with the currency beside it. */
    public static Money parse(String decimal, String currencyCode) {
        return exact(new BigDecimal(decimal), Currency.getInstance(currencyCode));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** The amount alone, as the JSON of the command line writes it: {@code "413.68"}. */
    public String toDecimalString() {
        return toDecimal().toPlainString();
    }

    /** Compares amounts of one currency; refuses two currencies. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return toDecimalString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        requireNonNull(other, "other");
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts in " + currency + " and " + other.currency + " are never mixed");
        }
        return other;
    }
}
