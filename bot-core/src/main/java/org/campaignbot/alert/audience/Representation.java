package org.campaignbot.alert.audience;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.lookup.Home;
import org.jspecify.annotations.Nullable;

/**
 * Who represents a home on a day, as far as the home tells.
 *
 * <p>A state alone gives its senators, and its representative if it has only one; so does a district of an outdated map. Vacant, expired
 * and missing seats represent no one.
 *
 * @param state the postal code, or null if no home is known
 * @param district as {@code NY-12}, or null if the home doesn't tell it
 * @param chambers where there is someone to call; an unknown one of a state's many representatives counts
 */
record Representation(
        @Nullable String state,
        @Nullable String district,
        Set<Chamber> chambers,
        Set<String> lawmakers,
        Set<String> parties,
        Set<String> committees) {

    private static final Representation OF_NOBODY =
            new Representation(null, null, Set.of(), Set.of(), Set.of(), Set.of());

    Representation {
        chambers = Set.copyOf(chambers);
        lawmakers = Set.copyOf(lawmakers);
        parties = Set.copyOf(parties);
        committees = Set.copyOf(committees);
    }

    /**
     * Finds the representation of a home.
     *
     * @param home a state or a {@code state-district}, with or without the number of its map; null if none is known
     */
    static Representation of(@Nullable String home, Directory directory, LocalDate today) {
        if (home == null) {
            return OF_NOBODY;
        }
        String state = Home.state(home);
        District district = Home.district(home, directory, today)
                .or(() -> onlyOne(state, directory))
                .orElse(null);
        List<Seat> seats = district == null ? directory.senateSeats(state, today) : directory.seats(district, today);
        Set<Chamber> chambers = new HashSet<>();
        Set<String> lawmakers = new HashSet<>();
        Set<String> parties = new HashSet<>();
        Set<String> committees = new HashSet<>();
        for (Seat seat : seats) {
            Optional<Lawmaker> holder = seat.holder();
            if (holder.isPresent()) {
                chambers.add(seat.chamber());
                lawmakers.add(holder.get().bioguide());
                parties.add(holder.get().party());
                committees.addAll(directory.committeesOf(holder.get().bioguide(), today));
            }
        }
        if (district == null && hasRepresentatives(state, directory, today)) {
            chambers.add(Chamber.HOUSE);
        }
        return new Representation(
                state, district == null ? null : district.toString(), chambers, lawmakers, parties, committees);
    }

    private static Optional<District> onlyOne(String state, Directory directory) {
        return directory.districts(state).stream().filter(District::isAtLarge).findFirst();
    }

    private static boolean hasRepresentatives(String state, Directory directory, LocalDate today) {
        return directory.districts(state).stream()
                .flatMap(each -> directory.seat(each.toString(), today).stream())
                .anyMatch(seat -> seat.holder().isPresent());
    }
}
