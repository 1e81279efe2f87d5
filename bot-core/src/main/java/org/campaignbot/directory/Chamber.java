package org.campaignbot.directory;

/** A chamber of the United States Congress. */
public enum Chamber {
    HOUSE,
    SENATE
}
