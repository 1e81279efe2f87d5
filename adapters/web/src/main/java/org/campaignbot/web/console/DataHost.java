package org.campaignbot.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Settings;
import org.campaignbot.subscriptions.Subscribers;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about people and data need of the program.
 *
 * @param subscribers everybody who gets alerts; only ever counted
 * @param settings what organizers set
 * @param catalog what they can set
 * @param tables the look for new tables
 * @param pulse how the server is
 */
public record DataHost(
        Subscribers subscribers, Settings settings, Catalog catalog, TableLook tables, Supplier<Pulse> pulse) {

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

    /**
     * How the server is, as its operators' page has it.
     *
     * @param isUp whether a message could be taken and answered now
     */
    public record Pulse(boolean isUp, List<Part> jobs, List<Part> platforms) {

        public Pulse {
            jobs = List.copyOf(jobs);
            platforms = List.copyOf(platforms);
        }

        /**
         * A job or a platform.
         *
         * @param status {@code ok}, {@code late} or {@code failed}
         * @param last when it last succeeded, or null if it never has
         * @param fix what to do; empty if there's nothing to do
         */
        public record Part(
                String name,
                String status,
                Instant since,
                @Nullable Instant last,
                String fix) {}
    }
}
