package campaignbot.platform;

/** Whoever runs the bot; is told of each trouble once until it is over, from whichever thread met it. */
public interface Operator {

    /** Tells of something that only a person can mend; the bot keeps trying meanwhile. */
    void trouble(Trouble trouble);

    /** Tells that a trouble is over. */
    default void mended(Trouble trouble) {}
}
