/**
 * Who asked for alerts, about what and for which place, and what a group has set for itself.
 * Steps, effects and ports; nothing here knows of an alert.
 */
@NullMarked
package org.campaignbot.subscriptions;

import org.jspecify.annotations.NullMarked;
