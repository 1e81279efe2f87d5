package org.campaignbot.content.refresh;

/** Why new tables aren't accepted. */
public record RefreshRefusal(Kind kind, String reason) {

    /** The kinds of refusals. */
    public enum Kind {
        /** The address isn't one that the bot may ask. */
        ADDRESS,
        /** The server doesn't answer as it should. */
        SERVER,
        /** There is nothing to read, or it's unreadable. */
        UNREADABLE,
        /** A feed is signed by a key that the installation doesn't name. */
        KEY,
        /** A feed isn't what its key signed. */
        SIGNATURE,
        /** A feed is older than one that was seen, or another of its version. */
        VERSION,
        /** A feed's last day is over. */
        EXPIRED,
        /** The files aren't of one day. */
        MIXED,
        /** The date of the source is impossible. */
        DATE,
        /** Congress, or a chamber, has too few members. */
        FEW_MEMBERS,
        /** Congress has too many members. */
        MANY_MEMBERS,
        /** Too many members have no phone number. */
        PHONES,
        /** Too many phone numbers changed at once. */
        NUMBERS,
        /** Too many offices disappeared at once. */
        OFFICES,
        /** A position is off the earth. */
        POSITION,
        /** Two people hold one seat. */
        SEAT,
        /** By the source, most terms have ended. */
        TERMS,
        /** ZIP codes or boundaries can't be those of a map, or of this one. */
        MAP,
        /** A table reader found an error in what would be written. */
        TABLE
    }

    @Override
    public String toString() {
        return reason;
    }
}
