package org.campaignbot.testkit.telegram;

/**
 * A group chat.
 *
 * @param id its number, below zero; a supergroup's starts with -100
 * @param title its name
 * @param kind what kind of group
 */
public record Group(long id, String title, Kind kind) {

    /** The kinds of groups. */
    public enum Kind {
        /** A small group of the old kind, which can be upgraded. */
        BASIC,
        /** A supergroup. */
        SUPERGROUP,
        /** A supergroup with topics. */
        FORUM
    }

    /** A group of the old kind. */
    public static Group basic(long id) {
        return new Group(id, "Group " + -id, Kind.BASIC);
    }

    /** A supergroup. */
    public static Group supergroup(long id) {
        return new Group(id, "Group " + -id, Kind.SUPERGROUP);
    }

    /** A supergroup with topics. */
    public static Group forum(long id) {
        return new Group(id, "Group " + -id, Kind.FORUM);
    }
}
