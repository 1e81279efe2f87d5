package org.campaignbot.testkit.fake;

import tools.jackson.databind.node.ObjectNode;

/** A call as a fake took it, as far as every platform has it. */
public interface TakenCall {

    /** The method that was called. */
    String method();

    /** The HTTP status that was answered, or 0 where the connection was closed unprocessed. */
    int status();

    /** Whether the fake did what was asked, whether or not the caller ever learned it. */
    boolean accepted();

    /** What a reader sees of it. */
    String text();

    /** The call as a line of a log file. */
    ObjectNode json();
}
