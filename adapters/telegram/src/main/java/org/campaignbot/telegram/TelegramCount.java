package org.campaignbot.telegram;

import org.campaignbot.platform.Counts;

/** What is counted; a name identifies a kind and never contains anything from outside. */
enum TelegramCount implements Counts.Kind {
    UPDATE_TAKEN("updates.taken"),
    UPDATE_MALFORMED("updates.malformed"),
    UPDATE_POISONED("updates.poisoned"),
    UPDATE_UNKNOWN_KIND("updates.unknown-kind"),
    UPDATE_OF_CHANNEL("updates.of-channel"),
    UPDATE_OF_BOT("updates.of-bot"),
    UPDATE_ANONYMOUS("updates.anonymous"),
    UPDATE_GROUP_TALK("updates.group-talk"),
    UPDATE_FOR_ANOTHER_BOT("updates.for-another-bot"),
    UPDATE_LIVE_POSITION("updates.live-position"),
    UPDATE_ALBUM("updates.rest-of-album"),
    UPDATE_SERVICE("updates.service"),
    UPDATE_WITHOUT_CHAT("updates.without-chat"),
    PRESS_GARBLED("presses.garbled"),
    PRESS_ANSWERED("presses.answered"),
    PRESS_NOT_ANSWERED("presses.not-answered"),
    WEBHOOK_WRONG_SECRET("webhook.wrong-secret"),
    WEBHOOK_TOO_LARGE("webhook.too-large"),
    WEBHOOK_PUT_OFF("webhook.put-off"),
    POLL_FAILED("polls.failed"),
    POLL_REPEATED("polls.repeated"),
    SENT("sends.sent"),
    SEND_WAITS("sends.wait"),
    SEND_GONE("sends.gone"),
    SEND_MOVED("sends.moved"),
    SEND_UNKNOWN("sends.unknown"),
    SEND_REFUSED("sends.refused"),
    SENT_PLAIN("sends.without-markup"),
    EDIT_IN_VAIN("sends.edit-in-vain"),
    BUTTON_LEFT_OUT("sends.button-left-out"),
    ASIDE_FAILED("sends.aside-failed"),
    ERASED("erasures.done"),
    NOT_ERASED("erasures.failed");

    private final String title;

    TelegramCount(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
