package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;

/** Who a campaign's call is for: senators, the House member, or both. The action's record says so. */
enum CallTarget {
    SENATE,
    HOUSE,
    BOTH;

    /** What packs call it; its value is {@code senate}, {@code house} or {@code both}. */
    static final String VALUE = "call_target";

    /** The target of the first open action that has one; senators if none does. */
    static CallTarget of(JavaStep.Facts facts, LocalDate today) {
        return Action.all(facts.records())
                .filter(action -> !action.who().isEmpty() && action.on(today).isOpen())
                .findFirst()
                .map(action -> valueOf(action.who().toUpperCase(Locale.ROOT)))
                .orElse(SENATE);
    }

    boolean hasSenate() {
        return this != HOUSE;
    }

    boolean hasHouse() {
        return this != SENATE;
    }

    /** What a place is asked for. A House member's district is wanted for both, but the state is enough to begin. */
    String purpose() {
        return switch (this) {
            case SENATE -> "senate";
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
        String home = Objects.requireNonNullElse(facts.text(Home.HOME), "");
        Optional<District> known = Home.district(home, directory, today);
        return known.isPresent() || home.length() != 2
                ? known
                : directory.districts(home).stream()
                        .filter(each -> each.isAtLarge() && directory.mapServes(home, today))
                        .findFirst();
    }
}
