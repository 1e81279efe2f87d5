package org.campaignbot.slack.api;

import org.campaignbot.platform.Counts;

/** What is counted; a name identifies a kind and never contains anything from outside. */
public enum SlackCount implements Counts.Kind {
    UPDATE_TAKEN("updates.taken"),
    UPDATE_MALFORMED("updates.malformed"),
    UPDATE_UNKNOWN_KIND("updates.unknown-kind"),
    UPDATE_OF_BOT("updates.of-bot"),
    UPDATE_SERVICE("updates.service"),
    UPDATE_OF_CHANNEL("updates.of-channel"),
    UPDATE_WRONG_WORKSPACE("updates.wrong-workspace"),
    UPDATE_POISONED("updates.poisoned"),
    PRESS_GARBLED("presses.garbled"),
    PAGE_OPENED("presses.page-opened"),
    FORM_OPENED("forms.opened"),
    FORM_NOT_OPENED("forms.not-opened"),
    FORM_CORRECTED("forms.corrected"),
    HOME_PUBLISHED("home.published"),
    HOME_NOT_PUBLISHED("home.not-published"),
    REQUEST_WRONG_SIGNATURE("requests.wrong-signature"),
    REQUEST_WRONG_TIME("requests.wrong-time"),
    REQUEST_TOO_LARGE("requests.too-large"),
    REQUEST_PUT_OFF("requests.put-off"),
    SOCKET_CONNECTED("socket.connected"),
    SOCKET_FAILED("socket.failed"),
    LANGUAGE_UNKNOWN("languages.unknown"),
    RATE_LIMITED("events.rate-limited"),
    INSTALLED("installations.done"),
    NOT_INSTALLED("installations.failed"),
    UNINSTALLED("installations.ended"),
    SENT("sends.sent"),
    SENT_BY_RESPONSE("sends.by-response-url"),
    SENT_DIRECTLY("sends.direct-instead"),
    SEND_WAITS("sends.wait"),
    SEND_GONE("sends.gone"),
    SEND_UNKNOWN("sends.unknown"),
    SEND_REFUSED("sends.refused"),
    EDIT_IN_VAIN("sends.edit-in-vain"),
    BUTTON_LEFT_OUT("sends.button-left-out"),
    FORM_LEFT_OUT("sends.form-left-out");

    private final String title;

    SlackCount(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
