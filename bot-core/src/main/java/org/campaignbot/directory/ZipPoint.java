package org.campaignbot.directory;

/**
 * The rough center of a ZIP code, good enough to tell which of a few offices is nearer.
 *
 * @param code the five digits as a number, 0 to 99999
 * @param place the name of the place in the mail; may be empty
 */
public record ZipPoint(int code, String place, Position position) {}
