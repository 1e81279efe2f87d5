package org.campaignbot.platform;

import org.jspecify.annotations.Nullable;

/**
 * The result of checking one aspect of the bot on a platform.
 *
 * @param level how bad it is
 * @param subject what was checked, in a word or two
 * @param finding what was found, as a sentence
 * @param fix what to do, as a sentence; null if there is nothing to do
 */
public record Check(
        Level level,
        String subject,
        String finding,
        @Nullable String fix) {

    /** How bad a finding is. */
    public enum Level {
        /** As it should be. */
        FINE,
        /** The bot works, but somebody should know this. */
        WARNING,
        /** The bot doesn't work as set up. */
        PROBLEM
    }
}
