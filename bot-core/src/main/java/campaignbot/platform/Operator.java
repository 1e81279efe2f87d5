package campaignbot.platform;

/** Whoever runs the bot: told of each trouble once until it is over, and of each call, from whichever thread met it. */
public interface Operator {

    /** Tells of something that only a person can mend; the bot keeps trying meanwhile. */
    void trouble(Trouble trouble);

    /** Tells that a trouble is over. */
    default void mended(Trouble trouble) {}

    /** Tells of each call that the platform answered as one of this bot's: quick, since it is told often. */
    default void reached() {}

    /** Tells of each call that nobody answered, or that the platform refused as not this bot's. */
    default void missed() {}
}
