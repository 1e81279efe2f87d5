package campaignbot.organizers;

import java.time.Instant;
import java.util.List;

/**
 * Somebody with a role: one record, whatever number of places they sign in at.
 *
 * @param id what tells the record from any other, never a platform's id
 * @param name what others call them, as they were invited or renamed
 * @param role what they may do
 * @param signIns where they were recognised, the earliest first
 * @param since when the record was made
 */
public record Organizer(String id, String name, Role role, List<SignIn> signIns, Instant since) {

    public Organizer {
        signIns = List.copyOf(signIns);
    }

    /**
     * An account of a platform that signs in as this organizer.
     *
     * @param channel the platform's adapter, as addresses bear it
     * @param mark the keyed hash of the person
     */
    public record SignIn(String channel, String mark) {}

    /** Whether both are one person, so that they cannot approve each other's work, whatever accounts they act through. */
    public boolean isSameAs(Organizer other) {
        return id.equals(other.id);
    }

    /** The same organizer under another name. */
    public Organizer called(String other) {
        return new Organizer(id, other, role, signIns, since);
    }
}
