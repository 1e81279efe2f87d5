package org.campaignbot.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A House district, identified by the state's postal code and its number. States with one seat, the District of Columbia and the
 * territories have the number 0.
 */
public record District(String state, int number) implements Comparable<District> {

    private static final int HIGHEST_NUMBER = 99;

    public District {
        if (!isCode(state) || number < 0 || number > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("not a district: " + state + "-" + number);
        }
    }

    /** Parses {@code NY-12}; empty for anything else, including {@code ny-12} and {@code NY-012}. */
    public static Optional<District> parse(String text) {
        if (text.length() < 4 || text.length() > 5 || text.charAt(2) != '-' || !isCode(text.substring(0, 2))) {
            return Optional.empty();
        }
        int number = 0;
        for (int i = 3; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || (i == 4 && number == 0)) {
                return Optional.empty();
            }
            number = number * 10 + digit - '0';
        }
        return Optional.of(new District(text.substring(0, 2), number));
    }

    /** Whether this is the whole state: its only seat, or a delegate's. */
    public boolean isAtLarge() {
        return number == 0;
    }

    @Override
    public int compareTo(District other) {
        int states = state.compareTo(other.state);
        return states == 0 ? Integer.compare(number, other.number) : states;
    }

    // Written by hand because districts are the keys of every lookup, and a record's generated methods are slow to
    // start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof District that && number == that.number && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return 31 * state.hashCode() + number;
    }

    /** The district as people write it, such as {@code NY-12}. */
    @Override
    public String toString() {
        return state + "-" + number;
    }

    private static boolean isCode(String state) {
        return state.length() == 2 && isCapital(state.charAt(0)) && isCapital(state.charAt(1));
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }
}
