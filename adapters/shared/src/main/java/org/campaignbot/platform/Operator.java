package org.campaignbot.platform;

/** The person who runs the bot: told of each trouble once until it is over, and of each call, from any thread. */
public interface Operator {

    /** Reports something that only a person can fix; the bot keeps trying meanwhile. */
    void trouble(Trouble trouble);

    /** Reports that a trouble is over. */
    default void resolved(Trouble trouble) {}

    /** Reports each call that the platform answered and accepted as this bot's; must be quick, since it is called often. */
    default void reached() {}

    /** Reports each call that got no answer, or that the platform refused as not this bot's. */
    default void missed() {}
}
