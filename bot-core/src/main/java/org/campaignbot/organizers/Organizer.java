package org.campaignbot.organizers;

import java.time.Instant;
import java.util.List;

/**
 * A person with a role: one record, no matter how many places they sign in at.
 *
 * @param id the record's own id, never a platform's
 * @param name what others call them, as they were invited or renamed
 * @param role what they may do
 * @param signIns where they were recognized, earliest first
 * @param since when the record was made
 */
public record Organizer(String id, String name, Role role, List<SignIn> signIns, Instant since) {

    public Organizer {
        signIns = List.copyOf(signIns);
    }

    /**
     * A platform account that signs in as this organizer.
     *
     * @param channel the platform's adapter, as in addresses
     * @param mark the keyed hash of the person
     */
    public record SignIn(String channel, String mark) {}

    /** Whether both are one person, who can't approve their own work through another account. */
    public boolean isSameAs(Organizer other) {
        return id.equals(other.id);
    }

    /** The same organizer with another name. */
    public Organizer called(String other) {
        return new Organizer(id, other, role, signIns, since);
    }
}
