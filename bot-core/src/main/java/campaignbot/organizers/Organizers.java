package campaignbot.organizers;

import campaignbot.conversation.ConversationKey;
import campaignbot.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps who organizes, the codes that make organizers, and the trail of both.
 *
 * <p>Each call is done as a whole or not at all, under the rules of {@link Rules}, also where several processes call at once.
 */
public interface Organizers {

    /** Whoever runs the server, in place of an organizer's id; no organizer can be called so. */
    String OPERATOR = "operator";

    /**
     * Lets a code give something for {@link OneTimeCode#LIFETIME}; only its hash is kept.
     *
     * @param by the id of the organizer who makes it, or {@link #OPERATOR}
     * @return why not, or empty where it is done
     */
    Optional<Refusal> invite(OneTimeCode code, Grant grant, String by, Instant at);

    /**
     * Redeems a code. The same code by the same person again gives the same, so an update that is delivered twice does no harm;
     * a wrong one is counted once an update.
     *
     * @param by whoever typed it, and where: a sign-in goes with the account of that chat
     * @param update what tells the update from any other
     */
    Redemption redeem(OneTimeCode code, ConversationKey by, String update, Instant at);

    /**
     * Ends a code that others saw; one that is none changes nothing.
     *
     * @return what it would have given, the same again where it is burnt already; empty where it is none, was used or is too old
     */
    Optional<Grant> burn(OneTimeCode code, Instant at);

    /** The organizer whom a person signs in as. */
    Optional<Organizer> of(Person person);

    /** All of them, the earliest first. */
    List<Organizer> all();

    /** Gives an organizer another name, or tells why not. */
    Optional<Refusal> rename(String id, String name, String by, Instant at);

    /** Takes an organizer's role and sign-ins away, or tells why not. */
    Optional<Refusal> remove(String id, String by, Instant at);

    /** What was done, the latest first. */
    List<AuditEntry> audit();
}
