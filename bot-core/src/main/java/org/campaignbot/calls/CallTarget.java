package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;

/** Who a campaign's call is for: senators, the House member, both, or a number of its own. The action's record says so. */
enum CallTarget {
    SENATE,
    HOUSE,
    BOTH,
    NUMBER;

    /** The flow of calls. */
    private static final String FLOW = "call";

    /** What packs call it. */
    static final String VALUE = "call_target";

    /** What it can be, in the notation of a Java step's values. */
    static final String NOTATION = VALUE + "=senate|house|both|number";

    /** The target of the first open action that has one; senators if none does. */
    static CallTarget of(JavaStep.Facts facts, LocalDate today) {
        return action(facts, today)
                .map(action -> valueOf(action.who().toUpperCase(Locale.ROOT)))
                .orElse(SENATE);
    }

    /**
     * The first open action that says who people call. Nobody is asked where they live for a number, so one whose flow is closed
     * still counts: whoever was on the phone can report.
     */
    static Optional<Action> action(JavaStep.Facts facts, LocalDate today) {
        List<Action> all = Action.all(facts.records())
                .filter(action -> !action.who().isEmpty())
                .toList();
        return all.stream()
                .filter(action -> action.on(today).isOpen())
                .findFirst()
                .or(() -> all.stream()
                        .filter(action -> action.who().equals(Action.NUMBER)
                                && action.flow().equals(FLOW))
                        .findFirst());
    }

    /** Whether senators are called; with a number of the campaign's own, only by the buttons of their old cards. */
    boolean hasSenate() {
        return this != HOUSE;
    }

    boolean hasHouse() {
        return this == HOUSE || this == BOTH;
    }

    /** What a place is asked for. A House member's district is wanted for both, but the state is enough to begin. */
    String purpose() {
        return switch (this) {
            case SENATE, NUMBER -> "senate";
            case HOUSE -> "district";
            case BOTH -> "house";
        };
    }

    /** The word for it. */
    Value value() {
        return new Value.Text(name().toLowerCase(Locale.ROOT));
    }

    /** The person's House district, also if they told only a state that has a single one; empty if it isn't known. */
    static Optional<District> district(JavaStep.Facts facts, Directory directory, LocalDate today) {
        String home = facts.textOrEmpty(Home.HOME);
        Optional<District> known = Home.district(home, directory, today);
        return known.isPresent() || home.length() != 2
                ? known
                : directory.districts(home).stream()
                        .filter(each -> each.isAtLarge() && directory.mapServes(home, today))
                        .findFirst();
    }
}
