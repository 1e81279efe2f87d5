package org.campaignbot.testkit.slack;

/** The calls per minute of a method, per workspace (docs.slack.dev, "Rate limits"). */
enum Tier {
    ONE(1),
    TWO(20),
    THREE(50),
    FOUR(100),
    /** Not limited by a tier: chat.postMessage, which counts per channel, and auth.test, which allows hundreds. */
    SPECIAL(0);

    final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }
}
