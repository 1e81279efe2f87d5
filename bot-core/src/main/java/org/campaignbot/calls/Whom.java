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

/** Whom people call, as the record of the campaign's action says it. */
enum Whom {
    SENATE,
    HOUSE,
    BOTH;

    /** The value with one of these words for a pack: {@code senate}, {@code house} or {@code both}. */
    static final String VALUE = "call_whom";

    /** As the first open action says that names somebody to call; the senators if none does. */
    static Whom of(JavaStep.Facts facts, LocalDate today) {
        return facts.records().entrySet().stream()
                .map(record -> Action.of(record.getKey(), record.getValue()))
                .filter(Objects::nonNull)
                .filter(action -> !action.who().isEmpty() && action.on(today).isOpen())
                .findFirst()
                .map(action -> valueOf(action.who().toUpperCase(Locale.ROOT)))
                .orElse(SENATE);
    }

    boolean isSenate() {
        return this != HOUSE;
    }

    boolean isHouse() {
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
