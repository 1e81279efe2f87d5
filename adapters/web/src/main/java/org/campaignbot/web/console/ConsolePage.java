package org.campaignbot.web.console;

import org.campaignbot.organizers.Role;
import org.campaignbot.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the console has around its content.
 *
 * @param section which entry of the menu it belongs to; empty for none
 * @param name the name of the organizer; empty if nobody is signed in
 * @param role the organizer's role, or null
 * @param form the secret of its forms
 * @param notice what was just done or refused; empty for nothing
 * @param isTrouble whether the notice tells of something to fix
 * @param training what to say of the training that is on, or null
 */
public record ConsolePage(
        Page page,
        String section,
        String name,
        @Nullable Role role,
        String form,
        String notice,
        boolean isTrouble,
        @Nullable Training training) {

    /**
     * Tells that nothing on the page is real.
     *
     * @param playing the name of the other organizer, if the page is theirs; or an empty text
     * @param time what time it is in the training in Washington, if that isn't the real one; or an empty text
     */
    public record Training(String playing, String time) {}

    /** The same with a notice that tells of something to fix. */
    ConsolePage withTrouble() {
        return new ConsolePage(page, section, name, role, form, notice, true, training);
    }

    /** A text of the console's own. */
    public String say(String key, String... values) {
        return page.say("console." + key, values);
    }

    /** The link to another page in the same language. */
    public String to(String target) {
        int fragment = target.indexOf('#') < 0 ? target.length() : target.indexOf('#');
        String path = target.substring(0, fragment);
        return !page.isChosen()
                ? target
                : path + (path.indexOf('?') < 0 ? "?" : "&") + "lang="
                        + page.language().code() + target.substring(fragment);
    }

    /** Whether the organizer may write and send. */
    public boolean mayWrite() {
        return role != null && role.covers(Role.ORGANIZER);
    }

    /** Whether the organizer gives roles and changes settings. */
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** The role in words. */
    public String roleName() {
        return role == null ? "" : say("role." + role.word());
    }
}
