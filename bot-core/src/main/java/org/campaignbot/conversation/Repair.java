package org.campaignbot.conversation;

import java.util.List;
import java.util.Set;

/**
 * The care and repair flows that every pack has, by name; a pack may override their words and steps. The facts they use
 * are in {@link RepairFacts}.
 */
public final class Repair {

    /** Says in one line who is speaking, to someone whose first words skip the greeting; optional in a pack. */
    public static final String INTRODUCTION = "introduction";
    /** Reminds of the flow in the fact {@link RepairFacts#DUE} when its time has come; optional in a pack. */
    public static final String REMINDER = "reminder";
    /** Asks again after a restart lost what the bot was about to say; without it, {@link #WENT_WRONG} does. */
    public static final String ASK_AGAIN = "ask-again";
    /** Ends the conversation at once; its words take precedence over the answers of any question. */
    public static final String STOP = "stop";
    /** Deletes what is kept about somebody, once they say that they are sure; optional in a pack. */
    public static final String FORGET = "forget";
    /**
     * Offers to resume what someone was writing when their words were read as a cry for help; optional in a pack. The words wait
     * in the fact {@link RepairFacts#ASIDE}.
     */
    public static final String SET_ASIDE = "set-aside";
    /** Says of words that sounded like they were for the bot that they were left out of somebody's own text; optional in a pack. */
    public static final String LEFT_OUT = "left-out";
    /** Says the same of the last sentence of such a part, while the rest is kept; optional in a pack. */
    public static final String END_LEFT_OUT = "end-left-out";
    /**
     * Says in one line, below the answer, that a tap brings help, if what someone wrote may, but need not, be about danger. Its
     * button, with this flow's title, leads to the help. In a pack without this flow, the help itself is shown instead.
     */
    public static final String IN_DANGER = "in-danger";
    /** Greets somebody back in the middle of a conversation; before one, the same words open it. Optional in a pack. */
    public static final String HELLO = "hello";
    /** Greets somebody who says hello right after the greeting; without it, {@link #HELLO} does. */
    public static final String FIRST_HELLO = "first-hello";
    /**
     * Answers whoever was given help in danger and goes on talking, while no question was asked since: nothing of the campaign
     * comes until they ask for it. Optional in a pack.
     */
    public static final String AFTER_HELP = "after-help";
    /** The name under {@code follow-ups} for words right after help that go on with what was before it. */
    public static final String RESUME = "resume";
    /** In {@link #AFTER_HELP}, a step of such a name answers the small talk whose name follows: {@code after-chat-thanks}. */
    public static final String AFTER = "after-";
    /**
     * In a flow of help in danger, the step that answers a place typed right after that help: nobody is led to the campaign by it.
     * Optional; without it the place is taken by the question that waited before.
     */
    public static final String AFTER_PLACE = AFTER + "place";

    /**
     * How the name of a step begins that a flow says, while it asks, in place of an answer of that name elsewhere: {@code at-q-long} at the
     * letter coach tells how long a letter takes, where {@code q-long} is about a call.
     */
    public static final String AT = "at-";
    /**
     * Takes back what was just asked beside the waiting question, so that it's only asked again. At any other time the same words go
     * {@code back}. Optional in a pack.
     */
    public static final String NEVER_MIND = "never-mind";
    /** The flow that goes to the question before. */
    public static final String BACK = "back";
    /**
     * The step that says something shorter where its flow would say the same twice in a row after help in danger; optional. One that
     * is called {@code same-q-children} does so for the step {@code q-children}.
     */
    public static final String SAME = "same";
    /** Leads from a card of urgent help back to the waiting question, by a button with its title; optional in a pack. */
    public static final String WHERE_WE_WERE = "where-we-were";
    /** Says in one line that it goes on in the language that somebody writes in, and how to change back; optional in a pack. */
    public static final String LANGUAGE_FOLLOWED = "language-followed";
    /** Words that the bot couldn't match to anything. */
    public static final String NOT_UNDERSTOOD = "not-understood";
    /** Words that may mean one of a few things; asks which of the {@link RepairFacts#LIKELY} it is. */
    public static final String DID_YOU_MEAN = "did-you-mean";
    /** The step of {@link #DID_YOU_MEAN} for a single thing, which a yes means, too; optional in a pack. */
    public static final String ONE_MEANING = "one";
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
    /** The answer is no longer offered. */
    public static final String QUESTION_CHANGED = "question-changed";
    /** Another question replaced the waiting one. */
    public static final String QUESTION_MOVED = "question-moved";
    /** The waiting question is gone. */
    public static final String QUESTION_GONE = "question-gone";
    /** There is no question before this one. */
    public static final String NOTHING_BEFORE = "nothing-before";
    /** The budget is used up. */
    public static final String TOO_FAST = "too-fast";
    /** A turn failed. */
    public static final String WENT_WRONG = "went-wrong";

    /**
     * Replaces anything personal in a group; its title is the button to a private chat. It always says the same, so that it can't
     * reveal what was meant.
     */
    public static final String IN_PRIVATE = "in-private";

    /** Says in a group that the answer was sent to the person in a private chat; it always says the same, too. */
    public static final String ANSWERED_IN_PRIVATE = "answered-in-private";

    /**
     * Tells a non-member that a shared activity is for members; required if a flow is {@code together} or takes invitations. The
     * fact {@link RepairFacts#STANDING} tells why: {@code guest}, {@code shared} or {@code unknown}.
     */
    public static final String MEMBERS_ONLY = "members-only";

    /** Says that something isn't possible in a chat that ends with its page, such as alerts; optional in a pack. */
    public static final String NOT_HERE = "not-here";
    /** Says in such a chat that a report isn't passed on; optional in a pack. */
    public static final String NOT_PASSED_ON = "not-passed-on";

    /** Reports what a one-time code gave; details are in the fact {@link RepairFacts#REDEEMED}. */
    public static final String ROLE_GRANTED = "role-granted";
    /**
     * Says why a one-time code was refused; details are in the fact {@link RepairFacts#REDEEMED}. In a group it must reveal nothing about
     * the person.
     */
    public static final String CODE_REFUSED = "code-refused";
    /** Tells an admin about a new role, or about a one-time code typed in a group; optional in a pack. */
    public static final String ROLE_NEWS = "role-news";
    /** Tells a person in private that they typed a one-time code in a group; optional in a pack. */
    public static final String CODE_TYPED = "code-typed";
    /** Says in a group that an organizer muted or unmuted somebody there; the fact with the same name says which. */
    public static final String MUTED = "muted";

    /** Says that an action is closed and what is open instead; required if an action of the pack names its flow. */
    public static final String CLOSED_ACTION = "closed-action";

    /** The answer to whoever says that nobody is in danger. Its flow says {@link #AT} with this name before what else was asked. */
    public static final String FALSE_ALARM = "q-false-alarm";

    /** The flows whose words work even where any words would be an answer; help lists them. The menu is one too. */
    public static final Set<String> COMMANDS = Set.of(
            STOP,
            "help",
            BACK,
            "start-over",
            "settings",
            "privacy",
            "my-data",
            FORGET,
            "human",
            "language",
            "urgent-help",
            "other-danger");

    /** Other flows that may answer right after help in danger: they have nothing to do with calling anybody. */
    static final Set<String> BESIDE_HELP = Set.of("small-talk", "spanish", "english", "legal-questions");

    /** All the flows that a pack, with what it inherits, must have. */
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

    /** Whether a step comes in place of another one of its flow that was just said. */
    public static boolean isSame(String step) {
        return step.equals(SAME) || step.startsWith(SAME + "-");
    }

    private Repair() {}
}
