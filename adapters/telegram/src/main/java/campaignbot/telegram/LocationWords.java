package campaignbot.telegram;

/**
 * What stands around the button that shares a position, in one language.
 *
 * @param button what the button says
 * @param line the line that the button comes with, since Telegram sends none without words
 * @param thanks a short line that takes the button away where no other message can; it is deleted at once
 */
public record LocationWords(String button, String line, String thanks) {}
