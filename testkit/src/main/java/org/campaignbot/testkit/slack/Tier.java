package org.campaignbot.testkit.slack;

/** How often a method may be called in a minute, for each workspace (docs.slack.dev, "Rate limits"). */
enum Tier {
    ONE(1),
    TWO(20),
    THREE(50),
    FOUR(100),
    /** Not by a tier: chat.postMessage, which counts by channel, and auth.test, which takes hundreds. */
    SPECIAL(0);

    final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }
}
