package campaignbot.people;

/** Someone on a channel, by the platform's own id; the same human on two channels is two of these. */
public record Person(String channel, String id) {}
