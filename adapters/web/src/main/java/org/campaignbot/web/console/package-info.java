/**
 * The organizers' console on the web: what needs them, and alerts from the first word to the report. Whatever it does goes
 * through the same {@link org.campaignbot.alert.desk.AlertService} as the desk in a chat, with the same roles.
 */
@NullMarked
package org.campaignbot.web.console;

import org.jspecify.annotations.NullMarked;
