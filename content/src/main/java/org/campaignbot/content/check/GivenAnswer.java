package org.campaignbot.content.check;

/** An answer that a chat of the pack gives, by names. */
public record GivenAnswer(String flow, String step, String answer) {}
