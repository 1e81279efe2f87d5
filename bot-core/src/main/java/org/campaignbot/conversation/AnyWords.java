package org.campaignbot.conversation;

import java.time.Instant;

/** Accepts anything a person writes, such as a letter of their own; named {@code words}. */
public final class AnyWords implements Expectation {

    @Override
    public String name() {
        return "words";
    }

    @Override
    public boolean recognizes(String text, Instant now) {
        return true;
    }

    @Override
    public boolean takesAll() {
        return true;
    }
}
