package campaignbot.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a look at one side of the bot's life on a platform found.
 *
 * @param level how bad it is
 * @param subject what was looked at, in a word or two
 * @param finding what was found, as a sentence
 * @param mend what to do, as a sentence; null where nothing is to be done
 */
public record Check(
        Level level,
        String subject,
        String finding,
        @Nullable String mend) {

    /** How bad a finding is. */
    public enum Level {
        /** As it should be. */
        FINE,
        /** The bot works, and somebody should know this. */
        WARNING,
        /** The bot does not work as set up. */
        PROBLEM
    }
}
