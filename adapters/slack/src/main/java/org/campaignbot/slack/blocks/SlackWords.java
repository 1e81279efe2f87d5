package org.campaignbot.slack.blocks;

/**
 * The words around a form, in one language.
 *
 * @param fillIn the button that opens it, at most 75 characters
 * @param send the button that submits it, at most 24
 * @param cancel the button that closes it, at most 24
 * @param tooLong the error for a field that is too long
 * @param read who may read messages, shown beside the button: people are asked where they live there
 */
public record SlackWords(String fillIn, String send, String cancel, String tooLong, String read) {}
