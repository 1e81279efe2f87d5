package org.campaignbot.testkit.fake;

import tools.jackson.databind.node.ObjectNode;

/** A call received by a fake, with what all platforms have in common. */
public interface TakenCall {

    /** The method that was called. */
    String method();

    /** The HTTP status of the answer, or 0 if the connection was closed unprocessed. */
    int status();

    /** Whether the fake did what was asked, even if the caller never learned it. */
    boolean accepted();

    /** What a reader sees of it. */
    String text();

    /** The call as a line of a log file. */
    ObjectNode json();
}
