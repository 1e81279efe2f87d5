package org.campaignbot.content.pack;

import java.util.List;
import org.campaignbot.content.problem.Place;

/**
 * What a step says about the campaign's subject, for the checks of truth.
 *
 * @param id its name, as {@code the-bill}
 * @param source the paragraphs of the campaign's page that it covers, as {@code L4}
 * @param says whose position it is
 * @param asOf the day or month at which it was true
 * @param flow its flow
 * @param step its step
 * @param place where it is written
 */
public record Topic(String id, List<String> source, String says, String asOf, String flow, String step, Place place) {
    public Topic {
        source = List.copyOf(source);
    }
}
