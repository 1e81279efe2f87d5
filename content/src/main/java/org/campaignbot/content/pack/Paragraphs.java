package org.campaignbot.content.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.campaignbot.content.problem.Place;

/**
 * The paragraphs of the page that a campaign comes from.
 *
 * @param count how many paragraphs it has, named {@code L1} and so on
 * @param layout those without content, such as captions, with the places where they are listed
 * @param place where the count is
 */
public record Paragraphs(int count, Map<String, Place> layout, Place place) {

    public Paragraphs {
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }

    /** The names of all paragraphs, in order. */
    public List<String> names() {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "L" + number).toList();
    }
}
