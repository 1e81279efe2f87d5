package org.campaignbot.app.serve;

import java.util.Map;
import java.util.function.Supplier;

/** Counts of events on a platform since the start, by name. */
record PlatformCounts(String platform, Supplier<Map<String, Long>> counts) {}
