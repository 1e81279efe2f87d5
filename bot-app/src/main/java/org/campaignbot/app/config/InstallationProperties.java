package org.campaignbot.app.config;

import org.jspecify.annotations.Nullable;

/**
 * The variables that say where this installation's content and data are; commands need no others, so they aren't bound by Spring.
 *
 * @param databaseUrl a PostgreSQL database in place of a file in the data folder
 * @param botKey the key that seals ids
 * @param botKeyPrevious the previous key during a rotation
 * @param botData the folder for data
 * @param botContent the content folder
 * @param botClock the instant at which the process starts its clock
 */
record InstallationProperties(
        @Secret @Nullable String databaseUrl,
        @Secret @Nullable String botKey,
        @Secret @Nullable String botKeyPrevious,
        @Nullable String botData,
        @Nullable String botContent,
        @Nullable String botCampaign,
        @Nullable String botClock) {

    /** Where data is; never a key. */
    @Override
    public String toString() {
        return "InstallationProperties[" + botData + ", " + botContent + "]";
    }
}
