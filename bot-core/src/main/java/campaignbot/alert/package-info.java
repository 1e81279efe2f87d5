/**
 * Alerts: who asked for them, by which words and when.
 * Whom an alert goes to and how it is sent is not told here yet.
 */
@NullMarked
package campaignbot.alert;

import org.jspecify.annotations.NullMarked;
