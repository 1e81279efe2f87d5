package campaignbot.settings;

import java.util.List;

/** Keeps the settings of one campaign, with every change that was made to them. */
public interface Settings {

    /**
     * The version in force; the first has the number 0 and sets nothing.
     *
     * @throws UnreadableSettings where what is kept cannot be read; whoever has an earlier version goes on with it
     */
    Version current();

    /**
     * Puts the version that a change makes of the one that was seen in force, if that one still is. A change that changes
     * nothing makes no version.
     *
     * @return false where somebody else was faster: nothing is changed then
     * @throws UnreadableSettings where what is kept cannot be read, and so must not be written over
     */
    boolean change(Version seen, Change change);

    /**
     * All edits of all versions, the oldest first.
     *
     * @throws UnreadableSettings where what is kept cannot be read
     */
    List<Edit> history();
}
