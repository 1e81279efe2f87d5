package org.campaignbot.crm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores events for a CRM until it takes them or they're given up; after that, that there was one of this name. */
public interface CrmEvents {

    /**
     * An event as it's sent.
     *
     * @param name what it tells, such as {@code report.week/2026-11-16}; there's never a second one of the same name
     * @param id by which the receiver knows a repeat
     * @param body the JSON, the same at each try
     */
    record Event(String name, String id, String body, Instant made) {}

    /**
     * An event that the CRM hasn't taken.
     *
     * @param tries how often it was claimed to be sent
     * @param due when it's tried next, or by when a process that claimed it should be done; null if it was given up
     * @param trouble why the last try failed; empty if none did
     */
    record Pending(Event event, int tries, @Nullable Instant due, String trouble) {

        /** Whether it isn't tried any more. */
        public boolean isGivenUp() {
            return due == null;
        }
    }

    /** Adds an event that is due at once; does nothing if there ever was one of its name. */
    void add(Event event);

    /** Whether there ever was an event of this name, for as long as it's remembered. */
    boolean has(String name);

    /** The events that wait or were given up, the earliest first. */
    List<Pending> undelivered();

    /**
     * Claims an event for this process, so that no other sends it meanwhile. If the process dies, the event is due again.
     *
     * @param until when the claim ends
     * @return the event as claimed; empty if another process was faster
     */
    Optional<Pending> claim(Pending pending, Instant until);

    /** Records that the CRM took it. */
    void delivered(Pending claimed);

    /**
     * Records that a try failed.
     *
     * @param trouble why
     * @param next when to try again; null to give it up
     */
    void failed(Pending claimed, String trouble, @Nullable Instant next);
}
