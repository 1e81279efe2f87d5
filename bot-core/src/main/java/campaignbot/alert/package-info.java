/**
 * Alerts: who asked for them, what organizers want to send, to whom, and how far each has come.
 * Rules here are pure and refusals are values; stores, the sender and the clock are given.
 */
@NullMarked
package campaignbot.alert;

import org.jspecify.annotations.NullMarked;
