package org.campaignbot.app.config;

/** A setting that stops the start; the message names it, says what is wrong and how to mend it. */
public final class SettingProblem extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingProblem(String message) {
        super(message);
    }
}
