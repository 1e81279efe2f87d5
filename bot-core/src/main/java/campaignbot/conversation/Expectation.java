package campaignbot.conversation;

import java.time.Instant;

/** Tells whether typed words are of the kind a question expects, as {@code place}; registered by name. */
public interface Expectation {

    /** The name packs call it by. */
    String name();

    /** Whether the words are of this kind; they are cleaned of control characters and at most 4,000 characters long. */
    boolean recognizes(String text, Instant now);

    /**
     * Whether any words at all are of this kind. Then only {@link Repair#COMMANDS} are heard before the answer, and what was
     * typed in danger is set aside instead of lost.
     */
    default boolean takesAll() {
        return false;
    }

    /** Whether words of this kind tell where somebody lives, so that the message that held them need not stay in the chat. */
    default boolean tellsPlace() {
        return false;
    }
}
