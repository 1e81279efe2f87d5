package org.campaignbot.organizers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores which tokens let programs act for an organizer; of a token itself only a keyed hash. What is done about them stands in the
 * audit trail of {@link Organizers}.
 */
public interface ApiTokens {

    /**
     * A token without its secret.
     *
     * @param id names it to whoever revokes it
     * @param organizer the id of the organizer it acts for, who can't approve what it wrote
     * @param role the most that it may do; never more than the organizer may
     * @param purpose what it's for, in the words of whoever made it
     */
    record Issued(String id, String organizer, Role role, String purpose, Instant since) {

        /** What it may do for an organizer of that role. */
        public Role within(Role own) {
            return own.covers(role) ? role : own;
        }
    }

    /**
     * Stores a new token. The operator makes them, on the server.
     *
     * @return the token, or empty if there is no such organizer, or one whose role doesn't cover the token's
     */
    Optional<Issued> issue(ApiToken token, String organizer, Role role, String purpose, Instant at);

    /** What a token stands for; empty if it's unknown or revoked, or its organizer has no role any more. */
    Optional<Issued> of(ApiToken token);

    /** All tokens, earliest first. */
    List<Issued> all();

    /** Ends a token at once; false if there is none with this id. */
    boolean revoke(String id, Instant at);
}
