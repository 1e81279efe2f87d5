package org.campaignbot.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;

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

    /**
     * A page to open; opening it isn't tracked.
     *
     * @param inside what a chat app opens in a window of its own instead, if it can tell the page who opened it; null if there's no
     *     such page
     */
    record Open(String label, URI address, @Nullable URI inside) implements Choice {

        /** A page that opens in the browser everywhere. */
        public Open(String label, URI address) {
            this(label, address, null);
        }
    }
}
