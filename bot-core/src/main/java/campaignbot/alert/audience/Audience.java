package campaignbot.alert.audience;

import java.util.List;

/**
 * Whom an alert is for among those who asked for alerts about its topic.
 *
 * @param include who gets it: whoever fits each of them; with none, everybody
 * @param exclude who does not: whoever fits any of them
 */
public record Audience(List<Criterion> include, List<Criterion> exclude) {

    /** Everybody who asked for alerts about the topic. */
    public static final Audience EVERYBODY = new Audience(List.of(), List.of());

    public Audience {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
