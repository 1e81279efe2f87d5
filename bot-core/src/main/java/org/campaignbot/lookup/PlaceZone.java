package org.campaignbot.lookup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lookup;
import org.campaignbot.flow.Value;

/** The clock of a place that a person typed, held in memory because the place itself is dropped. */
public final class PlaceZone {

    /** The fact, held in memory: an IANA name, such as {@code America/Denver}; empty if the place has none for sure. */
    static final String PLACE_ZONE = "place_zone";

    private PlaceZone() {}

    /** The clock of the place in a text that was found to be in a state; empty if it isn't known for sure. */
    public static Optional<ZoneId> of(String text, Lookup found, String state, Directory tables, LocalDate today) {
        return Stream.of(found.town(), tables.mention(text, today), Optional.of(text))
                .flatMap(Optional::stream)
                .flatMap(place -> tables.zone(place, state).stream())
                .findFirst();
    }

    /** The clock that is held, if it's one of those of a state. */
    public static Optional<ZoneId> held(JavaStep.Facts facts, String state, Directory tables) {
        String kept = facts.textOrEmpty(PLACE_ZONE);
        return tables.clocks(state).stream()
                .filter(clock -> clock.getId().equals(kept))
                .findFirst();
    }

    static Value.Text value(Optional<ZoneId> zone) {
        return new Value.Text(zone.map(ZoneId::getId).orElse(""));
    }
}
