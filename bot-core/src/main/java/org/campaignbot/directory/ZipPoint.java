package org.campaignbot.directory;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The rough center of a ZIP code, good enough to tell which of a few offices is nearer, and its time zone.
 *
 * @param code the five digits as a number, 0 to 99999
 * @param place the name of the place in the mail; may be empty
 * @param zone its time zone; empty if the source has none
 */
public record ZipPoint(int code, String place, Position position, Optional<ZoneId> zone) {}
