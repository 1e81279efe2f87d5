package org.campaignbot.alert.audience;

import java.time.Instant;
import java.util.OptionalLong;

/** Counts the people who may still get an alert under the caps. */
@FunctionalInterface
public interface AlertReach {

    /** How many of the people in an audience have an alert left this week and month; empty if that isn't counted. */
    OptionalLong left(AudienceFilter audience, Instant now);
}
