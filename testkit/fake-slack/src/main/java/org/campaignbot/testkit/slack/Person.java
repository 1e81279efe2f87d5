package org.campaignbot.testkit.slack;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person of a workspace.
 *
 * @param id Slack's id of them, such as {@code U0ANA}; unique across all workspaces of a fake
 * @param name their display name
 * @param locale their language in Slack, such as {@code es-MX}
 * @param timeZone their time zone, such as {@code America/Chicago}
 * @param guest whether they're a guest, and of what kind
 */
public record Person(String id, String name, String locale, String timeZone, Guest guest) {

    /** How much of a workspace a person may see. */
    public enum Guest {
        /** A full member. */
        NO,
        /** A guest of some channels: {@code is_restricted}. */
        OF_SOME_CHANNELS,
        /** A guest of one channel: {@code is_restricted} and {@code is_ultra_restricted}. */
        OF_ONE_CHANNEL
    }

    /** A full member who reads American English in Chicago. */
    public static Person of(String id) {
        return new Person(id, id.toLowerCase(Locale.ROOT), "en-US", "America/Chicago", Guest.NO);
    }

    /** The same person, reading another language. */
    public Person speaking(String newLocale) {
        return new Person(id, name, newLocale, timeZone, guest);
    }

    /** The same person in another time zone. */
    public Person in(String newTimeZone) {
        return new Person(id, name, locale, newTimeZone, guest);
    }

    /** The same person with another guest status. */
    public Person as(Guest newGuest) {
        return new Person(id, name, locale, timeZone, newGuest);
    }

    /** The {@code user} object as users.info returns it. */
    ObjectNode json(String team, boolean withLocale, Instant now) {
        ObjectNode user = Json.object();
        user.put("id", id).put("team_id", team).put("name", name).put("real_name", name);
        user.put("deleted", false).put("is_bot", false).put("is_app_user", false);
        user.put("tz", timeZone);
        user.put("tz_offset", ZoneId.of(timeZone).getRules().getOffset(now).getTotalSeconds());
        user.put("is_restricted", guest != Guest.NO).put("is_ultra_restricted", guest == Guest.OF_ONE_CHANNEL);
        if (withLocale) {
            user.put("locale", locale);
        }
        return user;
    }
}
