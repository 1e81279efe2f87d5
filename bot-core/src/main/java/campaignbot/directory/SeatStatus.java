package campaignbot.directory;

/** What is known on a given day about a seat in Congress. */
public enum SeatStatus {
    /** A member sits and votes. */
    FILLED,
    /** Nobody sits, until a special election or the end of the Congress. */
    VACANT,
    /** A delegate or resident commissioner sits, who has no vote on the floor of the House. */
    DELEGATE,
    /** There is no such seat: the District of Columbia and the territories have no senators. */
    NONE,
    /** The term in the tables is over, and they do not say who came after. */
    EXPIRED
}
