package org.campaignbot.workspace;

import java.time.Instant;

/**
 * Signs and checks the states of started installations, for all processes with one key; each state works once.
 *
 * <p>A state travels through the browser of the person who installs the bot, so that nobody can finish what another person
 * started (RFC 6749, section 10.12). It carries its own proof, so starting an installation stores nothing.
 */
public interface InstallStates {

    /** Signs a text with the bot's key: letters, digits, hyphens and underscores. */
    String sign(String text);

    /**
     * Marks a state as used.
     *
     * @param until when it expires by itself; from then on its use needn't be remembered
     * @return false if it was used before
     */
    boolean useUp(String state, Instant until);
}
