package org.campaignbot.conversation;

import java.util.Map;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** What a person did, in terms that all platforms share. */
public sealed interface Event {

    /** Opened the conversation or came through a link that named a flow; the payload is empty if it named none. */
    record Opened(String payload) implements Event {
        /** Separates a flow from the id of what the link invites to. */
        public static final String INVITES = "--";
    }

    /** Typed something. */
    record Typed(String text) implements Event {}

    /** Pressed a button, maybe an old one: its names are the ones it was sent with. */
    record Pressed(String flow, String step, String answer) implements Event {

        /** Prefixes the answers on buttons of a message that belongs to its step's slot as a whole; no author's name can start with it. */
        static final String IN_SLOT = "~";

        /** Separates the answer from the value that a button carries, as in {@code spoke.IL-S1}; no author's name has it. */
        static final char CARRIES = '.';

        /**
         * The step of a button that invites into a flow; its answer is the id that the flow keeps in
         * {@link org.campaignbot.flow.Flow#invites}.
         */
        public static final String INVITATION = "invitation";

        /** The step, and the answer, of a button that enters a flow no matter what is being asked. */
        public static final String ENTRY = "entry";

        /** Whether a later message in the same slot may replace everything in the message with this button. */
        public boolean isInSlot() {
            return answer.startsWith(IN_SLOT);
        }

        /** The answer's name as its author wrote it. */
        public String named() {
            String named = isInSlot() ? answer.substring(IN_SLOT.length()) : answer;
            int end = named.indexOf(CARRIES);
            return end < 0 ? named : named.substring(0, end);
        }

        /** The value that the button carries, or null. */
        @Nullable
        String carried() {
            int at = answer.indexOf(CARRIES);
            return at < 0 ? null : answer.substring(at + 1);
        }
    }

    /** Shared a position, in degrees. */
    record Located(double latitude, double longitude) implements Event {}

    /** Sent a form. */
    record Submitted(Map<String, String> fields) implements Event {
        public Submitted {
            fields = Map.copyOf(fields);
        }
    }

    /** A reminder about a flow came due. The person did nothing. */
    record Due(String flow) implements Event {}

    /**
     * A flow reports what came of an effect: it was done or refused in the meantime. The person did nothing, and anything
     * personal is only said if a conversation is going on.
     *
     * @param facts what the flow needs to know, each kept as long as the pack allows; none of the person's own words
     */
    record Answered(String flow, Map<String, Value> facts) implements Event {
        public Answered {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Came by a button or link that invites. It was looked up before the turn, because a turn can't look anything up.
     *
     * @param flow the flow it leads to
     * @param id what it invites to, as {@link org.campaignbot.flow.Flow#invites} keeps it
     * @param facts what the flow needs to know, each kept as long as the pack allows; none of the person's own words
     */
    record Invited(String flow, String id, Map<String, Value> facts) implements Event {
        public Invited {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A message of the bot's was lost. It contained the person's own words, which are never stored, and the process that
     * remembered it ended before sending it. The person did nothing.
     */
    record Unsaid() implements Event {}

    /** Sent something without words, such as a photo; the bot didn't look at it. */
    record Unreadable() implements Event {}

    /** Shared a phone number or a contact; the bot read none of it. */
    record Contact() implements Event {}

    /** Edited an earlier message. It counts like {@link Typed} if the question that the message answered still waits. */
    record Edited(String text) implements Event {}

    /**
     * Typed a one-time code, which was redeemed or refused before the turn; the code itself isn't here.
     *
     * @param outcome {@link #JOINED}, {@link #SIGNED_IN}, or a word for why it was refused
     * @param role the word for the person's new role; empty if it was refused
     * @param name the person's new name; empty if it was refused
     */
    record Redeemed(String outcome, String role, String name) implements Event {
        /** The person has a role now. */
        public static final String JOINED = "joined";

        /** The person already had a role and signs in here now. */
        public static final String SIGNED_IN = "signed-in";

        /** Whether the code was accepted. */
        boolean isGranted() {
            return !role.isEmpty();
        }
    }

    /** Blocked the bot or removed it from the chat: the conversation is deleted, and the bot says nothing. */
    record Left() implements Event {}
}
