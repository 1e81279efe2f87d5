/** Who an alert is for: criteria as organizers write them, who matches, and how many. Small counts are hidden wherever they are shown. */
@NullMarked
package org.campaignbot.alert.audience;

import org.jspecify.annotations.NullMarked;
