package org.campaignbot.party;

import java.util.List;

/**
 * The offices that a party is aimed at, set by its opener; in a party without an aim, members call their own senators.
 *
 * @param name what the group is told: a committee, or names
 * @param seats all its seats, such as {@code AK-S3}; at least one
 */
public record Aim(String name, List<String> seats) {

    public Aim {
        seats = List.copyOf(seats);
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("an aim needs at least one seat");
        }
    }
}
