package campaignbot.workspace;

import java.time.Instant;

/**
 * Vouches for the states of installations that have begun, in all processes with one key; each is of use once.
 *
 * <p>A state goes out with the browser of whoever installs the bot and comes back with it, so that nobody can finish what another began
 * (RFC 6749, section 10.12). It carries its own proof, so that beginning an installation keeps nothing.
 */
public interface InstallStates {

    /** What only holders of the bot's key can make of a text: letters, digits, hyphens and underscores. */
    String sign(String text);

    /**
     * Uses a state up.
     *
     * @param until when it ends by itself; from then on nobody need know that it was used
     * @return false where it was used before
     */
    boolean useUp(String state, Instant until);
}
