/**
 * What the organizers of a campaign change while the bot runs, as a small, versioned and audited record on top of its pack. The
 * pack is read-only while the bot runs; these settings override fields of its records, and each change is validated before it
 * takes effect.
 */
@NullMarked
package org.campaignbot.settings;

import org.jspecify.annotations.NullMarked;
