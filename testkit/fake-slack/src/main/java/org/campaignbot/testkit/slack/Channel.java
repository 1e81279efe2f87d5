package org.campaignbot.testkit.slack;

/**
 * A channel.
 *
 * @param id Slack's id of it, such as {@code C0GENERAL}
 * @param name its name, without the #
 * @param kind who may find and read it
 * @param locale the language of its workspace, such as {@code en-US}
 */
public record Channel(String id, String name, Kind kind, String locale) {

    /** Who may find and read a channel. */
    public enum Kind {
        /** Every member of the workspace. */
        PUBLIC,
        /** Only its own members. */
        PRIVATE,
        /** Its members, who come from several workspaces: Slack Connect. */
        SHARED
    }

    /** A public channel. */
    public static Channel ofPublic(String id, String name) {
        return new Channel(id, name, Kind.PUBLIC, "en-US");
    }

    /** A private channel. */
    public static Channel ofPrivate(String id, String name) {
        return new Channel(id, name, Kind.PRIVATE, "en-US");
    }

    /** A channel shared by several workspaces. */
    public static Channel ofShared(String id, String name) {
        return new Channel(id, name, Kind.SHARED, "en-US");
    }

    /** The same in another language. */
    public Channel speaking(String newLocale) {
        return new Channel(id, name, kind, newLocale);
    }
}
