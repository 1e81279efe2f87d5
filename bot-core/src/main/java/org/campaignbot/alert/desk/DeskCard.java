package org.campaignbot.alert.desk;

import java.time.Duration;
import java.time.Instant;
import org.campaignbot.alert.Alert;
import org.campaignbot.conversation.ConversationKey;
import org.jspecify.annotations.Nullable;

/**
 * The message at the desk in which an organizer follows an alert, and what it showed last.
 *
 * @param id its name: that of the answer that it tells
 * @param alert the id of the alert
 * @param chat where the organizer follows it
 * @param stage the stage that was told, which the buttons below the message belong to
 * @param message the platform's id of the message, or null while it isn't known to have been sent
 * @param shown the stage and the figures on it, as one text
 * @param sending the name of an edit under way, or null
 * @param at when it was told or last edited
 * @param version the number of its last saved change, 0 for none
 */
public record DeskCard(
        String id,
        String alert,
        ConversationKey chat,
        Alert.Stage stage,
        @Nullable String message,
        String shown,
        @Nullable String sending,
        Instant at,
        long version) {

    /** The shortest time between two edits; platforms rate limit edits of one message to one every few seconds. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long to wait for the result of an edit before there may be another. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    /** A card for a message that is about to be sent. */
    static DeskCard of(String id, Alert alert, ConversationKey chat, String shown, Instant now) {
        return new DeskCard(id, alert.id(), chat, alert.stage(), null, shown, null, now, 0);
    }

    /** Whether an edit could be sent now, if there is something new to show. */
    boolean isFree(Instant now) {
        return message != null && !now.isBefore(at.plus(sending == null ? PAUSE : ON_ITS_WAY));
    }

    /** Whether this message follows an alert in a chat, whichever answer it tells. */
    boolean follows(String otherAlert, ConversationKey otherChat) {
        return alert.equals(otherAlert) && chat.equals(otherChat);
    }

    /** The card with an edit of this name under way, which shows this text. */
    DeskCard sending(String name, String present, Instant now) {
        return new DeskCard(id, alert, chat, stage, message, present, name, now, version);
    }

    /** The card after its message was sent and got this id from the platform. */
    DeskCard told(String as) {
        return new DeskCard(id, alert, chat, stage, as, shown, sending, at, version);
    }

    /** The card after an edit arrived. */
    DeskCard edited() {
        return new DeskCard(id, alert, chat, stage, message, shown, null, at, version);
    }

    /** The card after an edit without a known result: what it showed is shown again. */
    DeskCard unsure() {
        return new DeskCard(id, alert, chat, stage, message, "", null, at, version);
    }

    /** The same card with another version number. */
    public DeskCard version(long number) {
        return new DeskCard(id, alert, chat, stage, message, shown, sending, at, number);
    }
}
