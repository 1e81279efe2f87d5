package org.campaignbot.content.refresh;

/** Why new tables aren't accepted. */
public record RefreshRefusal(Kind kind, String reason) {

    /** The kinds of refusals. */
    public enum Kind {
        /** There is nothing to read, or it's unreadable. */
        UNREADABLE,
        /** The date of the source is impossible. */
        DATE,
        /** A chamber has too few members. */
        FEW_MEMBERS,
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
