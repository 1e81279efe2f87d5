package org.campaignbot.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about a place.
 *
 * @param heading what was found, or that nothing was
 * @param notes what to know about it, a sentence or two each
 * @param seats who represents it
 * @param choices what it may mean, each with a link: districts below the senators of their state, or places in several states
 * @param place the state or district that was found, such as {@code IL-13}; empty if none was
 */
public record PlaceAnswer(
        String heading, List<String> notes, List<SeatCard> seats, List<Choice> choices, String place) {

    public PlaceAnswer {
        notes = List.copyOf(notes);
        seats = List.copyOf(seats);
        choices = List.copyOf(choices);
    }

    /** One meaning of a place: a district or state, by its id. */
    public record Choice(String label, String place) {}

    /** The first who is to be called with a script, which a page shows at once; null if there's none. */
    public @Nullable SeatCard firstWithScript() {
        return seats.stream().filter(each -> each.script() != null).findFirst().orElse(null);
    }

    /** Whether the page can offer to print what to say. */
    public boolean hasScripts() {
        return seats.stream().anyMatch(each -> each.script() != null);
    }
}
