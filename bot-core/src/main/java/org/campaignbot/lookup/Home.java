package org.campaignbot.lookup;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/**
 * The facts that say where a person votes.
 *
 * <p>{@link #HOME} is a state or a district, and the only thing ever kept of a ZIP code, a town or a position.
 */
public final class Home {

    /** The saved fact: {@code NY-12@119}, a district with its map's number; or {@code NY}, if only the state is known. */
    public static final String HOME = "home";

    /** What the person typed or shared, for this turn only; empty once its state or district was found. */
    public static final String PLACE = "place";

    /** The town that a person typed, held while its state is asked; empty if none is asked. */
    static final String TOWN = "town";

    /** The town that was taken for its size, such as {@code Chicago, Illinois}, for this turn only. */
    static final String TOWN_NAME = "town_name";

    /** The options that a question has no room for yet, held in memory. */
    static final String MORE = "more_candidates";

    /** Why the home is needed: {@code senate} if the state is enough. */
    static final String PURPOSE = "purpose";

    private static final Pattern ZIP_CODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");

    /** The districts or states to choose from, held in memory. */
    static final String CANDIDATES = "candidates";

    /** The option that was picked. */
    static final String PICKED = "picked";

    /** The home's name for readers, such as {@code New York (NY-12)}. */
    static final String HOME_NAME = "home_name";

    /** {@code yes} if the kept district is from a different map than the tables', so that the person is asked again. */
    static final String REDRAWN = "redrawn";

    private static final char OF_MAP = '@';

    private Home() {}

    /** The state of a home. */
    public static String state(String home) {
        return home.substring(0, 2);
    }

    static String stateName(String code) {
        return States.nameOrCode(code);
    }

    static boolean stateIsEnough(JavaStep.Facts facts) {
        return "senate".equals(facts.text(PURPOSE));
    }

    /**
     * Whether the state is enough where a place is in more than one district: to the senators always, and where the district is only
     * welcome, unless the person gave a ZIP code, and so wants to be found.
     */
    static boolean stateIsEnough(JavaStep.Facts facts, String place) {
        return stateIsEnough(facts)
                || ("either".equals(facts.text(PURPOSE))
                        && !ZIP_CODE.matcher(place).find());
    }

    /** Whether the place is asked for something that only a district can tell. */
    static boolean districtIsNeeded(JavaStep.Facts facts) {
        return "district".equals(facts.text(PURPOSE));
    }

    /** The district of a home; empty if it's a state. */
    static Optional<District> district(String home) {
        return District.parse(home);
    }

    /**
     * The home of a conversation, a district or a state; null if none is known or the tables don't have its state. Callers that
     * need the district must check {@link #isRedrawn} too; the state is right under every map.
     */
    public static @Nullable String of(JavaStep.Facts facts, Directory directory) {
        String kept = facts.text(HOME);
        return kept == null
                        || kept.length() < 2
                        || directory.districts(state(kept)).isEmpty()
                ? null
                : withoutMap(kept);
    }

    /** The district of a conversation; empty if only the state is known, or if its map is no longer valid. */
    static Optional<District> district(JavaStep.Facts facts, Directory directory, LocalDate today) {
        String home = of(facts, directory);
        return home == null || isRedrawn(facts, directory, today)
                ? Optional.empty()
                : district(home).filter(each -> directory.mapServes(each.state(), today));
    }

    /** The district of a kept home; empty if it's a state, or if its map isn't valid on that day. */
    public static Optional<District> district(String kept, Directory directory, LocalDate today) {
        return isRedrawn(kept, directory, today)
                ? Optional.empty()
                : district(withoutMap(kept)).filter(each -> directory.mapServes(each.state(), today));
    }

    /**
     * Whether the district of a conversation was found on a different map than the one that serves its state today; never for a
     * state with one district, nor while the new map isn't here.
     */
    static boolean isRedrawn(JavaStep.Facts facts, Directory directory, LocalDate today) {
        return isRedrawn(facts.textOrEmpty(HOME), directory, today);
    }

    private static boolean isRedrawn(String kept, Directory directory, LocalDate today) {
        District district = district(withoutMap(kept)).orElse(null);
        if (district == null) {
            return false;
        }
        OptionalInt map = directory.mapOf(district.state(), today);
        return !directory.districts(district.state()).contains(district)
                || !(district.isAtLarge()
                        || map.isEmpty()
                        || kept.equals(withMap(district.toString(), map.getAsInt())));
    }

    /** The number of the map that an answer about a state is of on a day. */
    public static int map(String state, Directory directory, LocalDate today) {
        return directory.mapOf(state, today).orElse(directory.mapNumber());
    }

    /**
     * A result that found a home.
     *
     * @param home a district or a state
     * @param map the number of the map it was found on
     */
    static JavaStep.Result found(JavaStep.Result result, String home, int map) {
        String kept = district(home).isPresent() ? withMap(home, map) : home;
        return result.with(HOME, new Value.Text(kept)).with(HOME_NAME, new Value.Text(name(home)));
    }

    private static String withMap(String district, int map) {
        return district + OF_MAP + map;
    }

    private static String withoutMap(String kept) {
        int end = kept.indexOf(OF_MAP);
        return end < 0 ? kept : kept.substring(0, end);
    }

    /** The home of a conversation for readers: its district if known for today, else its state. */
    public static String name(JavaStep.Facts facts, Directory directory, LocalDate today) {
        return district(facts, directory, today)
                .map(District::toString)
                .orElseGet(() -> stateName(state(Objects.requireNonNullElse(of(facts, directory), "  "))));
    }

    /** A home's name for readers, such as {@code New York (NY-12)}. */
    public static String name(String home) {
        String state = stateName(state(home));
        return district(home).filter(district -> !district.isAtLarge()).isPresent() ? state + " (" + home + ")" : state;
    }
}
