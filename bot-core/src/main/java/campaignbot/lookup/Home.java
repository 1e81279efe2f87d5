package campaignbot.lookup;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.States;
import campaignbot.flow.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts by which a conversation knows where a person votes.
 *
 * <p>{@link #HOME} is a state or a district, and all that is ever kept of a ZIP code, a town or a position.
 */
public final class Home {

    /** The saved fact: {@code NY-12}, or {@code NY} where the district is not known or not needed. */
    public static final String HOME = "home";

    /** What the person typed or shared, for the turn alone. */
    static final String PLACE = "place";

    /** What home is wanted for: {@code senate} where the state is enough. */
    static final String PURPOSE = "purpose";

    /** The districts or states to choose from, held in memory. */
    static final String CANDIDATES = "candidates";

    /** The option that was picked. */
    static final String PICKED = "picked";

    /** How readers call the home, as {@code New York (NY-12)}. */
    static final String HOME_NAME = "home_name";

    private Home() {}

    /** The state of a home. */
    public static String state(String home) {
        return home.substring(0, 2);
    }

    static String stateName(String code) {
        return States.name(code).orElse(code);
    }

    static boolean stateIsEnough(JavaStep.Facts facts) {
        return "senate".equals(facts.text(PURPOSE));
    }

    /** Finds a district; empty for a home that is a state. */
    static Optional<District> district(String home) {
        return District.parse(home);
    }

    /** The home of a conversation, or null where none is known or the tables do not have it. */
    public static @Nullable String of(JavaStep.Facts facts, Directory directory) {
        String home = facts.text(HOME);
        boolean known = home != null
                && home.length() >= 2
                && !directory.districts(state(home)).isEmpty();
        return known ? home : null;
    }

    static JavaStep.Result found(JavaStep.Result result, String home) {
        return result.with(HOME, new Value.Text(home)).with(HOME_NAME, new Value.Text(name(home)));
    }

    static String name(String home) {
        String state = stateName(state(home));
        return district(home).filter(district -> !district.isAtLarge()).isPresent() ? state + " (" + home + ")" : state;
    }
}
