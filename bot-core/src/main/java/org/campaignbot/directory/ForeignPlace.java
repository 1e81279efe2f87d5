package org.campaignbot.directory;

/**
 * A country, or a large city outside the United States.
 *
 * @param name its English name
 * @param spanish its Spanish name
 * @param country whether it is a country
 */
public record ForeignPlace(String name, String spanish, boolean country) {}
