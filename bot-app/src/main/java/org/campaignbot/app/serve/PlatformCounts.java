package org.campaignbot.app.serve;

import java.util.Map;
import java.util.function.Supplier;

/** How often things have happened on a platform since the start, by its name. */
record PlatformCounts(String platform, Supplier<Map<String, Long>> counts) {}
