package campaignbot.workspace;

import java.time.Instant;

/**
 * Keeps the states of installations that have begun, known to all processes once a call returns; each is of use once.
 *
 * <p>A state goes out with the browser of whoever installs the bot and comes back with it, so that nobody can finish what another began
 * (RFC 6749, section 10.12).
 */
public interface InstallStates {

    /** Keeps a state until a time. */
    void issue(String state, Instant until);

    /** Uses a state up; false where there is none, it was used before, or its time is over. */
    boolean consume(String state, Instant now);
}
