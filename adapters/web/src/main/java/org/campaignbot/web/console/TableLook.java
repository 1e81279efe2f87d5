package org.campaignbot.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.campaignbot.alert.desk.TurnoverDesk;

/** How the server looks for new tables of the members, and what organizers can do about it. */
public interface TableLook {

    /** What the last look found. */
    Seen seen();

    /** Puts the names in force that are offered, as the press in a chat does. */
    TurnoverDesk.Outcome useNames();

    /**
     * What the last look found.
     *
     * @param isOn whether the server looks at all
     * @param at when it looked; empty if it hasn't yet
     * @param isLate whether it failed
     * @param says what it says of itself, for whoever runs the server; empty if all is well
     * @param report what the new tables change, in lines
     * @param withoutNumber how many of the offered names have no number; empty if none are offered
     */
    record Seen(
            boolean isOn,
            Optional<Instant> at,
            boolean isLate,
            String says,
            List<String> report,
            OptionalInt withoutNumber) {

        public Seen {
            report = List.copyOf(report);
        }
    }
}
