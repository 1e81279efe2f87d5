package org.campaignbot.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.storage.failure.UnusableDatabase;

/** Explains an error in words for the operator, never as a stack trace. */
public final class ErrorText {

    private ErrorText() {}

    public static String about(Exception failure) {
        if (failure instanceof SettingProblem
                || failure instanceof Content.BrokenContent
                || failure instanceof UnusableDatabase
                || failure instanceof StartRefused
                || failure instanceof UnreadableSettings) {
            return String.valueOf(failure.getMessage());
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return "A file could not be read or written: " + failure.getMessage();
        }
        return "The bot met something it was not made for ("
                + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                + "). Please report it with what you did.";
    }
}
