package org.campaignbot.conversation;

import java.util.List;

/** The facts that the engine keeps for the care and repair flows, by name. */
public final class RepairFacts {

    /** The fact that is held for half an hour once help in danger was given. */
    public static final String HUSH = "hush";

    /** The fact with the last turn that answered something beside the waiting question. */
    public static final String DIGRESSED = "digressed";

    /** The fact with the name of the help that was given last, held as long. */
    public static final String HUSHED_FOR = "hushed_for";

    /** The fact with the step that was said last after help in danger, held as long, so that nothing is said twice in a row. */
    public static final String HELP_SAID = "help_said";

    /**
     * The fact, for one turn, that tells in how many languages to give help: {@code both} where nothing tells which one the person
     * reads.
     */
    public static final String HELP_LANGUAGES = "help_languages";

    /** The fact that says whether somebody belongs to the group. */
    public static final String STANDING = "standing";

    /** The fact about a one-time code: {@code outcome}, {@code role}, {@code name}. */
    public static final String REDEEMED = "redeemed";

    /** The fact with the possible meanings: the options of the question in {@link Repair#DID_YOU_MEAN}. */
    public static final String LIKELY = "likely";

    /** The fact about the closed action: {@code title}, {@code reason}, {@code since}, {@code opens}, {@code closes}. */
    public static final String CLOSED = "closed";

    /** What the engine itself gives, in the notation of a Java step's values. */
    public static final List<StepValue> GIVEN = StepValue.of(
            "help_languages=one|both",
            "closed{title reason=closed|early|over since?@reason=closed|over:day opens?@reason=early:day closes?@reason=over:day}",
            "likely[label value]",
            "redeemed{outcome role name}");

    /** The fact with the actions that are open instead. */
    public static final String OPEN_ACTIONS = "open-actions";

    /** The saved fact that controls deleting messages that reveal where the person lives: the bot deletes them unless it is {@code no}. */
    public static final String ERASE = "erase";

    /** The fact with the last turn whose words weren't understood, so that a second miss in a row offers what is likeliest. */
    public static final String MISSED = "missed";

    /** The fact with the flow of a reminder that came due. */
    public static final String DUE = "due";

    /**
     * The fact that keeps, in memory, the words that were read as a cry for help, or as said to the bot, while the person was writing
     * something.
     */
    public static final String ASIDE = "set_aside";

    /** The fact that keeps, in memory, a sentence in which a place was mentioned, as it may tell of more; optional in a pack. */
    public static final String BESIDE = "beside";

    private RepairFacts() {}
}
