package org.campaignbot.app.config;

/** A setting that prevents the start; the message names it and says what is wrong and how to fix it. */
public final class SettingProblem extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingProblem(String message) {
        super(message);
    }
}
