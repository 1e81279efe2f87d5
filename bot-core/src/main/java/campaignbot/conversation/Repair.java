package campaignbot.conversation;

import java.util.List;
import java.util.Set;

/** The flows of care and repair that every pack has, by name; a pack may override their words and steps. */
public final class Repair {

    /** Says in a line who is speaking, to someone whose first words lead past the greeting; a pack need not have it. */
    public static final String INTRODUCTION = "introduction";
    /** Reminds of the flow that the fact {@link #DUE} names, when its time has come; a pack need not have it. */
    public static final String REMINDER = "reminder";
    /** Asks again after a restart took what the bot was about to say; without it {@link #WENT_WRONG} does. */
    public static final String ASK_AGAIN = "ask-again";
    /** Ends the conversation at once; its words beat the answers of any question. */
    public static final String STOP = "stop";
    /**
     * Offers to go on with what someone was writing when their words were read as a cry for help; a pack need not have it. The
     * words wait in the fact {@link #ASIDE}.
     */
    public static final String SET_ASIDE = "set-aside";
    /** Says in a line how to get help, where what someone writes may but need not speak of danger; a pack need not have it. */
    public static final String IN_DANGER = "in-danger";
    /** Words that nothing was made of. */
    public static final String NOT_UNDERSTOOD = "not-understood";
    /** Words that may mean one of a few things; asks which of the {@link #LIKELY} it is. */
    public static final String DID_YOU_MEAN = "did-you-mean";
    /** A message without words. */
    public static final String EMPTY = "empty";
    /** A message too long to read. */
    public static final String TOO_LONG = "too-long";
    /** A photo, a voice message or the like. */
    public static final String UNREADABLE = "unreadable";
    /** A phone number or an address book entry, which the bot does not want. */
    public static final String CONTACT_SHARED = "contact-shared";
    /** A position that no question asked for. */
    public static final String UNASKED_POSITION = "unasked-position";
    /** A press on a button of an earlier question. */
    public static final String OLD_BUTTON = "old-button";
    /** The answer given is no longer offered. */
    public static final String QUESTION_CHANGED = "question-changed";
    /** Another question took the place of the one that waited. */
    public static final String QUESTION_MOVED = "question-moved";
    /** The question that waited is gone. */
    public static final String QUESTION_GONE = "question-gone";
    /** There is no question before the present one. */
    public static final String NOTHING_BEFORE = "nothing-before";
    /** The budget is used up. */
    public static final String TOO_FAST = "too-fast";
    /** A turn failed. */
    public static final String WENT_WRONG = "went-wrong";

    /**
     * Stands in a group in place of all that is between the bot and one person; its title is the button to a private chat. What was
     * meant must not be told from it, so it says the same of everything.
     */
    public static final String IN_PRIVATE = "in-private";

    /** Says in a group that the answer has come in a private chat, to the person alone; it says the same of everything, too. */
    public static final String ANSWERED_IN_PRIVATE = "answered-in-private";

    /**
     * Says in place of what a group does together that it is for its members; needed where a flow is {@code together} or takes
     * invitations. The fact {@link #STANDING} tells why: {@code guest}, {@code shared} or {@code unknown}.
     */
    public static final String MEMBERS_ONLY = "members-only";

    /** The fact that tells whether somebody belongs to the group. */
    public static final String STANDING = "standing";

    /** Says what a one-time code gave; the fact {@link #REDEEMED} tells. */
    public static final String ROLE_GRANTED = "role-granted";
    /** Says why a one-time code gave nothing; the fact {@link #REDEEMED} tells. In a group it must tell nothing of the person. */
    public static final String CODE_REFUSED = "code-refused";
    /** Tells an admin of a new role, or of a one-time code that was typed in a group; a pack need not have it. */
    public static final String ROLE_NEWS = "role-news";
    /** Tells the person in private who typed a one-time code in a group; a pack need not have it. */
    public static final String CODE_TYPED = "code-typed";
    /** Says in a group that an organizer muted somebody there, or lifted that; the fact of the same name tells which. */
    public static final String MUTED = "muted";
    /** The fact that says of a one-time code: {@code outcome}, {@code role}, {@code name}. */
    public static final String REDEEMED = "redeemed";

    /** The fact that holds what may be meant: the options of the question in {@link #DID_YOU_MEAN}. */
    public static final String LIKELY = "likely";

    /** Tells that an action is closed, and what is open instead; needed where an action of the pack names its flow. */
    public static final String CLOSED_ACTION = "closed-action";
    /** The fact that says of the closed action: {@code title}, {@code reason}, {@code since}, {@code opens}, {@code closes}. */
    public static final String CLOSED = "closed";

    /** The fact that holds the actions that are open instead. */
    public static final String OPEN_ACTIONS = "open-actions";

    /**
     * The saved fact by which a person keeps the bot from deleting messages that tell where they live: it does so unless the fact
     * is {@code no}.
     */
    public static final String ERASE = "erase";

    /** The fact that holds the flow of a reminder that came due. */
    public static final String DUE = "due";

    /** The fact that holds in memory the words that were read as a cry for help while something was written. */
    public static final String ASIDE = "set_aside";

    /** The flows whose words are heard even where any words would be an answer; help names them. The menu is one as well. */
    public static final Set<String> COMMANDS = Set.of(
            STOP,
            "help",
            "back",
            "start-over",
            "settings",
            "privacy",
            "my-data",
            "forget",
            "human",
            "language",
            "urgent-help",
            "other-danger");

    /** All of them, which a pack and what it inherits must have. */
    public static final List<String> FLOWS = List.of(
            STOP,
            NOT_UNDERSTOOD,
            DID_YOU_MEAN,
            EMPTY,
            TOO_LONG,
            UNREADABLE,
            CONTACT_SHARED,
            UNASKED_POSITION,
            OLD_BUTTON,
            QUESTION_CHANGED,
            QUESTION_MOVED,
            QUESTION_GONE,
            NOTHING_BEFORE,
            TOO_FAST,
            IN_PRIVATE,
            ANSWERED_IN_PRIVATE,
            ROLE_GRANTED,
            CODE_REFUSED,
            MUTED,
            WENT_WRONG);

    private Repair() {}
}
