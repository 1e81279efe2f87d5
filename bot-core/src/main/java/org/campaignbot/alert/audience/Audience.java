package org.campaignbot.alert.audience;

import java.util.List;

/**
 * Who an alert is for, among the subscribers to its topic.
 *
 * @param include who gets it: people who fit each of them; with none, everyone
 * @param exclude who doesn't: people who fit any of them
 */
public record Audience(List<Criterion> include, List<Criterion> exclude) {

    /** Everyone who asked for alerts about the topic. */
    public static final Audience EVERYBODY = new Audience(List.of(), List.of());

    public Audience {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
