package campaignbot.message;

import java.net.URI;

/** Something a reader can pick below a message. */
public sealed interface Choice {

    /** What the button says. */
    String label();

    /**
     * An answer to a question, named by flow, step and answer and never by position, so that a press on an old button is
     * recognised after the pack has changed.
     */
    record Press(String label, String flow, String step, String answer) implements Choice {}

    /** A page to open; nobody learns that it was. */
    record Open(String label, URI address) implements Choice {}
}
