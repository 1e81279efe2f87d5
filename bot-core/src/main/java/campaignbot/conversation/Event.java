package campaignbot.conversation;

import java.util.Map;

/** What a person did, in terms that every platform shares. */
public sealed interface Event {

    /** Opened the conversation, or came through a link that named a flow; the payload is empty where it named none. */
    record Opened(String payload) implements Event {
        /** Stands in a link between a flow and the id of what it invites to. */
        public static final String INVITES = "--";
    }

    /** Typed something. */
    record Typed(String text) implements Event {}

    /** Pressed a button, which may be an old one: its names are those it was sent with. */
    record Pressed(String flow, String step, String answer) implements Event {

        /** Begins the answers on buttons of a message that belongs to its step's slot as a whole, as no author's name can. */
        static final String IN_SLOT = "~";

        /** The step of a button that invites into a flow: its answer is the id that the flow keeps in {@link campaignbot.flow.Flow#invites}. */
        public static final String INVITATION = "invitation";

        /** The step, and the answer, of a button that enters a flow whatever is asked. */
        public static final String ENTRY = "entry";

        /** Whether the message with the button holds nothing but what a later one in the same slot may replace. */
        public boolean isInSlot() {
            return answer.startsWith(IN_SLOT);
        }

        /** The answer by the name that its author gave it. */
        public String named() {
            return isInSlot() ? answer.substring(IN_SLOT.length()) : answer;
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

    /** Nothing: a time came that the person had asked to be reminded at, of a flow. It is no sign of the person. */
    record Due(String flow) implements Event {}

    /**
     * Nothing: what a turn asked of the world was done or refused meanwhile, and a flow tells so. It is no sign of the person, and
     * what is theirs alone is told only where a talk goes on.
     *
     * @param facts what the flow needs to know, each kept as long as the pack allows; nothing of the person's own words
     */
    record Answered(String flow, Map<String, String> facts) implements Event {
        public Answered {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Came by a button or a link that invites, of which the world was asked before the turn, since a turn cannot look anything up.
     *
     * @param flow the flow it leads to
     * @param id what it invites to, as {@link campaignbot.flow.Flow#invites} keeps it
     * @param facts what the flow needs to know, each kept as long as the pack allows; nothing of the person's own words
     */
    record Invited(String flow, String id, Map<String, String> facts) implements Event {
        public Invited {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Nothing: a message of the bot's was made of the person's own words, which are never stored, and went with the process that
     * remembered it before it could leave. It is no sign of the person.
     */
    record Unsaid() implements Event {}

    /** Sent something without words, such as a photo; it was not looked at. */
    record Unreadable() implements Event {}

    /** Shared a phone number or an entry of an address book; nothing of it was read. */
    record Contact() implements Event {}

    /**
     * Changed what they had typed in an earlier message. It counts like {@link Typed} where the question that the message met
     * still waits.
     */
    record Edited(String text) implements Event {}

    /**
     * Typed a one-time code, which was redeemed or refused before the turn; the code itself is not here.
     *
     * @param outcome {@link #JOINED}, {@link #SIGNED_IN}, or a word for why it was refused
     * @param role the word for the role that the person has now; empty where it was refused
     * @param name what the person is called now; empty where it was refused
     */
    record Redeemed(String outcome, String role, String name) implements Event {
        /** The person has a role now. */
        public static final String JOINED = "joined";

        /** The person signs in here now, as somebody who had a role before. */
        public static final String SIGNED_IN = "signed-in";

        /** Whether it gave anything. */
        boolean isGranted() {
            return !role.isEmpty();
        }
    }

    /** Blocked the bot, or took it out of the chat: nothing of the conversation is kept, and nothing is said. */
    record Left() implements Event {}
}
