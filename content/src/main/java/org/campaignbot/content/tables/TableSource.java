package org.campaignbot.content.tables;

/**
 * Where a table comes from, according to {@code tables.yaml}.
 *
 * @param name its name there, such as {@code zip-districts}
 * @param file its file in the folder
 * @param source who made it
 * @param licence the terms under which it may be used, with the credit it asks for
 * @param asOf the date of the source: a day, or its edition in words
 */
public record TableSource(String name, String file, String source, String licence, String asOf) {}
