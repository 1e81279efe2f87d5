package org.campaignbot.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.subscriptions.Subscribers;

/**
 * How many people get alerts, as it may be shown. Each figure is made from its true count; a state with fewer than ten people has no
 * line, so that none tells that somebody there signed up.
 *
 * @param groups how many groups get them
 * @param byPlatform by the names of their channels
 * @param byLanguage by the codes of their languages
 * @param byState by the postal codes of their states
 */
public record PeopleCount(
        Figure total, Figure groups, List<Part> byPlatform, List<Part> byLanguage, List<Part> byState) {

    /** A part of the people. */
    public record Part(String name, Figure figure) {}

    /** Counts them. */
    static PeopleCount of(Subscribers subscribers, Instant now) {
        long[] all = {0, 0};
        Map<String, Long> platforms = new TreeMap<>();
        Map<String, Long> languages = new TreeMap<>();
        Map<String, Long> states = new TreeMap<>();
        subscribers.cohorts(now).forEach((each, size) -> {
            all[each.ofGroup() ? 1 : 0] += size;
            if (!each.ofGroup()) {
                platforms.merge(each.channel(), size, Long::sum);
                languages.merge(each.language().code(), size, Long::sum);
                if (each.state() != null) {
                    states.merge(each.state(), size, Long::sum);
                }
            }
        });
        return new PeopleCount(
                Figure.of(all[0]),
                Figure.of(all[1]),
                parts(platforms),
                parts(languages),
                parts(states).stream().filter(each -> !each.figure().isFew()).toList());
    }

    private static List<Part> parts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new Part(each.getKey(), Figure.of(each.getValue())))
                .toList();
    }
}
