package org.campaignbot.message;

import java.net.URI;

/** Something a reader can pick below a message. */
public sealed interface Choice {

    /** The most characters of a label that a small phone shows beside another one. */
    int BESIDE = 17;

    /** What the button says. */
    String label();

    /**
     * An answer to a question, identified by flow, step and answer and never by position, so that a press on an old button still
     * works after the pack has changed.
     */
    record Press(String label, String flow, String step, String answer) implements Choice {}

    /** A page to open; opening it isn't tracked. */
    record Open(String label, URI address) implements Choice {}
}
