package org.campaignbot.directory;

/** What is known on a given day about a seat in Congress. */
public enum SeatStatus {
    /** A member sits and votes. */
    FILLED,
    /** The seat is empty, until a special election or the end of the Congress. */
    VACANT,
    /** A delegate or resident commissioner sits, without a vote on the floor of the House. */
    DELEGATE,
    /** The seat doesn't exist: the District of Columbia and the territories have no senators. */
    NONE,
    /** The term in the tables is over, and they don't say who came next. */
    EXPIRED
}
