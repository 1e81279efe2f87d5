/**
 * What every platform adapter needs besides translating: counters, retry delays, settings, and reporting trouble to the person
 * who runs the bot. It knows no platform; each adapter names its own counts, troubles and settings.
 */
@NullMarked
package org.campaignbot.platform;

import org.jspecify.annotations.NullMarked;
