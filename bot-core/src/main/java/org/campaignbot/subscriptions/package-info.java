/**
 * Who asked for alerts, about what and for which place, and what groups have set up. Steps, effects and ports; nothing here
 * depends on alerts themselves.
 */
@NullMarked
package org.campaignbot.subscriptions;

import org.jspecify.annotations.NullMarked;
