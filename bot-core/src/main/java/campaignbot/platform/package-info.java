/**
 * What every adapter of a platform needs beside translating: to count, to wait between tries, to read its settings, and to tell
 * whoever runs the bot of trouble. It knows no platform; an adapter names its own counts, troubles and settings.
 */
@NullMarked
package campaignbot.platform;

import org.jspecify.annotations.NullMarked;
