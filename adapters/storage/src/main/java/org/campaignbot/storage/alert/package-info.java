/** Alerts, their recipients and subscribers, and the chats organizers run them from. */
@NullMarked
package org.campaignbot.storage.alert;

import org.jspecify.annotations.NullMarked;
