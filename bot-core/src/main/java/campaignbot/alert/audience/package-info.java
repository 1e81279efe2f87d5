/**
 * For whom an alert is: criteria as organizers write them, who fits, and how many those are.
 * Small counts are hidden wherever they are shown.
 */
@NullMarked
package campaignbot.alert.audience;

import org.jspecify.annotations.NullMarked;
