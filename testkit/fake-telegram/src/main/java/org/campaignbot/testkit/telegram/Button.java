package org.campaignbot.testkit.telegram;

/**
 * A button under a message, or in a reply keyboard.
 *
 * @param label its text
 * @param action {@code callback_data}, {@code url}, {@code copy_text} and so on for an inline button; {@code text},
 *     {@code request_location} or {@code request_contact} for one of a reply keyboard
 * @param value the data, address or text of its action, or empty
 */
public record Button(String label, String action, String value) {}
