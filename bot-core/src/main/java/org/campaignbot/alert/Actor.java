package org.campaignbot.alert;

import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to an alert: an organizer, the operator or the bot.
 *
 * @param id the id of an organizer's record, {@link Organizers#OPERATOR} or {@link AlertEntry#BOT}
 * @param name the name in the trail
 * @param role the organizer's role, or null for the operator and the bot
 */
public record Actor(String id, String name, @Nullable Role role) {

    /** The person who runs the server, acting under no organizer's name; may do what needs no author. */
    public static final Actor OPERATOR = new Actor(Organizers.OPERATOR, Organizers.OPERATOR, null);

    /** The bot, which does what is due. */
    public static final Actor BOT = new Actor(AlertEntry.BOT, AlertEntry.BOT, null);

    /** An organizer, whichever sign-in they use. */
    public static Actor of(Organizer organizer) {
        return new Actor(organizer.id(), organizer.name(), organizer.role());
    }

    /** Whether this is an organizer whose role covers alerts; a viewer's does not. */
    public boolean isOrganizer() {
        return role != null && role.covers(Role.ORGANIZER);
    }

    /** Whether this actor may check, send, pause and stop other people's alerts. */
    boolean mayDirect() {
        return isOrganizer() || equals(OPERATOR);
    }
}
