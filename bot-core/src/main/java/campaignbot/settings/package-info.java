/**
 * What the organizers of a campaign change while the bot runs, as a small, versioned and audited record over its pack.
 * A pack is read-only when the bot runs; these settings lie over its records, and each change is checked before it counts.
 */
@NullMarked
package campaignbot.settings;

import org.jspecify.annotations.NullMarked;
