package org.campaignbot.settings;

import java.util.List;

/** Stores the settings of one campaign, with their complete history. */
public interface Settings {

    /**
     * The version in force; the first has the number 0 and sets nothing.
     *
     * @throws UnreadableSettings if the stored settings can't be read; a caller with an earlier version continues with it
     */
    Version current();

    /**
     * Applies a change to the version that was seen, if that one is still in force. A change without effect makes no version.
     *
     * @return false if somebody else was faster: then nothing has changed
     * @throws UnreadableSettings if the stored settings can't be read, and so must not be overwritten
     */
    boolean change(Version seen, Change change);

    /**
     * All edits of all versions, oldest first.
     *
     * @throws UnreadableSettings if the stored settings can't be read
     */
    List<Edit> history();
}
