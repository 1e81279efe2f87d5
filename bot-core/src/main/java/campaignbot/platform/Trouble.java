package campaignbot.platform;

/** What only a person can mend; an adapter lists its own. */
public interface Trouble {

    /** What is wrong, as a sentence. */
    String finding();

    /** What to do about it, as a sentence. */
    String mend();
}
