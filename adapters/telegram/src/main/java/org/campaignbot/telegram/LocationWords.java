package org.campaignbot.telegram;

/**
 * The words around the button that shares a position, in one language.
 *
 * @param button the button's label
 * @param line the line that comes with the button, since Telegram sends none without text
 * @param thanks a short line that removes the button if no other message can; it's deleted at once
 */
public record LocationWords(String button, String line, String thanks) {}
