package campaignbot.content.refresh;

/** Why new tables are not taken. */
public record Refusal(Kind kind, String reason) {

    /** What is the matter. */
    public enum Kind {
        /** There is nothing to read, or it cannot be read. */
        UNREADABLE,
        /** The date of the source cannot be. */
        DATE,
        /** Too few sit in a chamber. */
        FEW_MEMBERS,
        /** Too many telephone numbers changed at once. */
        NUMBERS,
        /** Too many offices are gone at once. */
        OFFICES,
        /** A position is off the earth. */
        POSITION,
        /** Two people hold one seat. */
        SEAT,
        /** The source says that the terms of most are over. */
        TERMS,
        /** ZIP codes or boundaries cannot be those of a map, or of this one. */
        MAP,
        /** A table reader found a fault in what would be written. */
        TABLE
    }

    @Override
    public String toString() {
        return reason;
    }
}
