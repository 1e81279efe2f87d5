package org.campaignbot.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses a position written as {@code LAT,LON}, such as {@code 24.55,-81.78}. */
final class PositionText {

    private static final int LONGEST = 60;

    private PositionText() {}

    /** The position; empty if the text isn't two numbers with a comma between them. */
    static Optional<Position> parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || text.length() > LONGEST || text.indexOf(',', comma + 1) >= 0) {
            return Optional.empty();
        }
        @Nullable Double latitude = number(text.substring(0, comma).strip());
        @Nullable Double longitude = number(text.substring(comma + 1).strip());
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Position(latitude, longitude));
    }

    private static @Nullable Double number(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i != 0 || (c != '-' && c != '+')) {
                return null;
            }
        }
        return digits == 0 || points > 1 ? null : Double.valueOf(text);
    }
}
