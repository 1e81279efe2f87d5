package org.campaignbot.alert.desk;

/** The flow that tells a conversation what the alert desk did, and the names of the facts it tells it by. */
final class DeskFacts {

    /** The flow. */
    static final String FLOW = "alert-desk";

    /** The flow that asks for a part of a draft again, and the one that tells how many people an audience is. */
    static final String PART = "alert-part";

    static final String COUNTED = "alert-counted";

    /** What the answer is about: {@link #LIST}, {@link #ALERT}, {@link #TESTS}, {@link #FORM}, {@link #TOTALS} or {@link #NOBODY}. */
    static final String PAGE = "desk_page";

    /** A list of alerts. */
    static final String LIST = "list";

    /** One alert, or why nothing was done. */
    static final String ALERT = "alert";

    /** Who gets a test of one alert. */
    static final String TESTS = "tests";

    /** A draft may be written. */
    static final String FORM = "form";

    /** The alert on the screen should be looked up. */
    static final String SHOW = "show";

    /** This month's totals. */
    static final String TOTALS = "totals";

    /** The person has no role. */
    static final String NOBODY = "nobody";

    /** The alerts to choose from: rows with the id as {@code value}, the record of the action as {@code asks}, and {@code stage}. */
    static final String LISTED = "desk_listed";

    /** The alert that is shown. */
    static final String ON_SCREEN = "desk_alert";

    /** The word for its stage. */
    static final String STAGE = "desk_stage";

    /** {@code yes} if the organizer who looks wrote it. */
    static final String MINE = "desk_mine";

    /** {@code yes} if the organizer who looks must read a finding before approving it. */
    static final String UNREAD = "desk_unread";

    /** Its text: rows with {@code language} and {@code words}. */
    static final String WORDS = "desk_words";

    /** The findings of the check: a row with named values each. */
    static final String FOUND = "desk_found";

    /** The parts of a draft that can't be read: a row with named values each. */
    static final String PROBLEMS = "desk_problems";

    /** The word for why something was not done. */
    static final String WHY = "desk_why";

    /** Says that {@link #PROBLEMS} tells why. */
    static final String IS_UNREADABLE = "unreadable";

    /** The record of the action that the alert on the screen asks for. */
    static final String ASKS = "desk_asks";

    /** When it begins, and when it ends. */
    static final String FROM = "desk_from";

    static final String UNTIL = "desk_until";

    /** How it relates to an earlier alert. */
    static final String KIND = "desk_kind";

    /** That earlier alert. */
    static final String EARLIER = "desk_earlier";

    /** How many recipients are in state unknown. */
    static final String UNKNOWN = "desk_unknown";

    /** How many it was sent to. */
    static final String SENT = "desk_sent";

    private DeskFacts() {}
}
