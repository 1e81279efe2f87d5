package campaignbot.slack;

import java.time.Instant;

/** Keeps the states of installations that have begun, known to all processes; each is of use once. */
public interface OAuthStates {

    /** Keeps a state until a time. */
    void issue(String state, Instant until);

    /** Uses a state up; false where there is none, it was used before, or its time is over. */
    boolean consume(String state, Instant now);
}
