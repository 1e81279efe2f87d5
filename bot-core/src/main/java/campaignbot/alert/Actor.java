package campaignbot.alert;

import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whoever does something to an alert.
 *
 * @param id the id of an organizer's record, {@link Organizers#OPERATOR} or {@link AlertEntry#BOT}
 * @param name what the trail calls them
 * @param role the organizer's role, or null for the operator and the bot
 */
public record Actor(String id, String name, @Nullable Role role) {

    /** Whoever runs the server and names no organizer: may do what needs no author. */
    public static final Actor OPERATOR = new Actor(Organizers.OPERATOR, Organizers.OPERATOR, null);

    /** The bot, which does what is due. */
    public static final Actor BOT = new Actor(AlertEntry.BOT, AlertEntry.BOT, null);

    /** An organizer, through whichever of their sign-ins. */
    public static Actor of(Organizer organizer) {
        return new Actor(organizer.id(), organizer.name(), organizer.role());
    }

    /** Whether this is an organizer whose role covers alerts; a viewer's does not. */
    public boolean isOrganizer() {
        return role != null && role.covers(Role.ORGANIZER);
    }

    /** Whether this one may check, send, pause and stop what others wrote. */
    boolean mayDirect() {
        return isOrganizer() || equals(OPERATOR);
    }
}
