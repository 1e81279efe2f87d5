package org.campaignbot.slack.api;

import com.slack.api.SlackConfig;
import com.slack.api.audit.AuditConfig;
import com.slack.api.methods.MethodsConfig;
import com.slack.api.rate_limits.metrics.MetricsDatastore;
import com.slack.api.scim.SCIMConfig;
import com.slack.api.scim2.SCIM2Config;
import java.util.stream.Stream;

/**
 * Turns off the library's call statistics, which no one reads.
 *
 * <p>A configuration creates four metrics stores, each with a thread, and the library's classes eight more (seen with 1.51.0). Its
 * own switch stops only some of those threads.
 */
public final class LibraryStatistics {

    private LibraryStatistics() {}

    /** Stops the statistics and their threads, in a configuration and in the library's own, which have no other use here. */
    public static void end(SlackConfig config) {
        config.setStatsEnabled(false);
        Stream.of(
                        stores(
                                config.getMethodsConfig(),
                                config.getAuditConfig(),
                                config.getSCIMConfig(),
                                config.getSCIM2Config()),
                        stores(
                                SlackConfig.DEFAULT.getMethodsConfig(),
                                SlackConfig.DEFAULT.getAuditConfig(),
                                SlackConfig.DEFAULT.getSCIMConfig(),
                                SlackConfig.DEFAULT.getSCIM2Config()),
                        stores(
                                MethodsConfig.DEFAULT_SINGLETON,
                                AuditConfig.DEFAULT_SINGLETON,
                                SCIMConfig.DEFAULT_SINGLETON,
                                SCIM2Config.DEFAULT_SINGLETON))
                .flatMap(stores -> stores)
                .forEach(LibraryStatistics::close);
    }

    private static Stream<MetricsDatastore> stores(
            MethodsConfig methods, AuditConfig audit, SCIMConfig scim, SCIM2Config scim2) {
        return Stream.of(
                methods.getMetricsDatastore(),
                audit.getMetricsDatastore(),
                scim.getMetricsDatastore(),
                scim2.getMetricsDatastore());
    }

    private static void close(MetricsDatastore store) {
        try {
            store.close();
        } catch (Exception failure) {
            throw new IllegalStateException("the library's statistics could not be ended", failure);
        }
    }
}
