package org.campaignbot.storage.maintenance;

/** The result of a backup, a restore, or a key rotation. */
public sealed interface Transfer {

    /** It succeeded with this many rows. */
    record Done(long rows) implements Transfer {}

    /** Nothing was done; says why and how to fix it. */
    record Refused(String why) implements Transfer {}
}
