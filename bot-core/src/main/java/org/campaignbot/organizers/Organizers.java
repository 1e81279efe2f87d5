package org.campaignbot.organizers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Person;

/**
 * Stores the organizers, the codes that make them, and the audit trail of both.
 *
 * <p>Each call is atomic and follows {@link OrganizerRules}, even if several processes call at once.
 */
public interface Organizers {

    /** The person who runs the server, used in place of an organizer's id; no organizer can have this name. */
    String OPERATOR = "operator";

    /**
     * Makes a code valid for {@link OneTimeCode#LIFETIME}; stores only its hash.
     *
     * @param by the id of the organizer who makes it, or {@link #OPERATOR}
     * @return why not, or empty if done
     */
    Optional<OrganizerRefusal> invite(OneTimeCode code, Grant grant, String by, Instant at);

    /**
     * Redeems a code. The same code by the same person gives the same result again, so a redelivered update does no harm; a wrong
     * code counts once per update.
     *
     * @param by who typed it, and where: the sign-in is for the account of that chat
     * @param update the update's unique id
     */
    Redemption redeem(OneTimeCode code, ConversationKey by, String update, Instant at);

    /**
     * Ends a code that others saw; an unknown code changes nothing.
     *
     * @return what it would have given, again if it's already burned; empty if it is unknown, used or too old
     */
    Optional<Grant> burn(OneTimeCode code, Instant at);

    /** The organizer that a person signs in as. */
    Optional<Organizer> of(Person person);

    /** All organizers, earliest first. */
    List<Organizer> all();

    /** Renames an organizer, or returns why not. */
    Optional<OrganizerRefusal> rename(String id, String name, String by, Instant at);

    /** Removes an organizer's role and sign-ins, or returns why not. */
    Optional<OrganizerRefusal> remove(String id, String by, Instant at);

    /** Notes that an organizer signed in to the console; nothing if there's no such organizer any more. */
    void enteredConsole(String id, Instant at);

    /** The audit trail, latest first. */
    List<AuditEntry> audit();
}
