package org.campaignbot.app.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.conversation.Engine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server's other variables.
 *
 * @param serverAddress the address that the HTTP port binds to
 * @param trustedProxies the proxies that are trusted to report a client's address
 * @param personRatePerMinute turns per person
 * @param alertCanaryPercent the percentage of an alert's recipients in the canary
 * @param alertCanaryMinutes the minimum time between the canary and everyone else
 * @param opsToken the secret with which operators read details and metrics
 * @param opsAddress the second port, like {@code 127.0.0.1:8081}
 * @param web whether the public pages are served; null leaves it to whether there is a platform
 * @param webChat whether there is a chat on them
 * @param webApi whether programs may look up lawmakers
 * @param webEmbed whether other sites may show the ask in a frame
 * @param webRest whether programs with a token are served; null leaves it to whether only this machine reaches the port
 * @param webConsole whether organizers have a console on the web; null leaves it to where the pages are reached
 * @param webConsoleUrl where their browsers reach it, without a path
 */
@ConfigurationProperties
record ServerProperties(
        @Nullable Integer serverPort,
        @DefaultValue("127.0.0.1") String serverAddress,
        @Nullable String trustedProxies,
        @DefaultValue("" + Engine.TURNS_A_MINUTE) int personRatePerMinute,
        @Nullable Integer alertCanaryPercent,
        @Nullable Integer alertCanaryMinutes,
        @Secret @Nullable String opsToken,
        @Nullable String opsAddress,
        @DefaultValue("text") LogFormat logFormat,
        @Nullable Switch web,
        @DefaultValue("on") Switch webChat,
        @DefaultValue("on") Switch webApi,
        @DefaultValue("on") Switch webEmbed,
        @Nullable Switch webRest,
        @Nullable Switch webConsole,
        @Nullable String webConsoleUrl) {

    private static final int MOST_PORTS = 65_535;
    private static final int MINUTES_A_DAY = 1_440;

    /** How log lines are written. */
    enum LogFormat {
        TEXT,
        JSON
    }

    /** Whether a part is served. */
    enum Switch {
        OFF,
        ON
    }

    ServerProperties {
        Checks checks = new Checks();
        if (serverPort != null && (serverPort < 1 || serverPort > MOST_PORTS)) {
            checks.refuse(
                    ServerSettings.PORT, "isn't a port. Give a number from 1 to " + MOST_PORTS + ", or leave it out.");
        }
        if (TrustedProxies.address(serverAddress).isEmpty()) {
            checks.refuse(
                    "SERVER_ADDRESS",
                    "isn't an address. Give an IP address of this machine, such as 0.0.0.0 for all it has, or leave it"
                            + " out: then only this machine reaches the port.");
        }
        if (trustedProxies != null && TrustedProxies.of(trustedProxies).isEmpty()) {
            checks.refuse(
                    "TRUSTED_PROXIES",
                    "isn't a list of addresses. Give IP addresses or CIDR blocks between commas, such as"
                            + " 127.0.0.1,10.0.0.0/8, or leave it out: then a proxy on this machine is trusted.");
        }
        if (webConsoleUrl != null && origin(webConsoleUrl).isEmpty()) {
            checks.refuse(
                    WebSettings.CONSOLE_URL,
                    "isn't an https address without a path. Give the one that organizers' browsers open, such as"
                            + " https://bot.example.org.");
        } else if (webConsole == Switch.ON
                && webConsoleUrl == null
                && TrustedProxies.address(serverAddress)
                        .filter(each -> !each.isLoopbackAddress())
                        .isPresent()) {
            checks.refuse(
                    WebSettings.CONSOLE_URL,
                    "is missing. Links into the console lead there: give the https address that organizers' browsers"
                            + " open, such as https://bot.example.org.");
        }
        checks.rate("PERSON_RATE_PER_MINUTE", personRatePerMinute);
        checks.number(
                "ALERT_CANARY_PERCENT",
                alertCanaryPercent,
                100,
                "is more than 100. Give a number from 0 (no canary) to 100, or leave it out.");
        checks.number(
                "ALERT_CANARY_MINUTES",
                alertCanaryMinutes,
                MINUTES_A_DAY,
                "is more than a day. Give a number from 0 to 1440, or leave it out.");
        checks.end();
    }

    HttpSettings http() {
        InetAddress address = TrustedProxies.address(serverAddress).orElseThrow();
        return new HttpSettings(
                address,
                serverPort,
                Optional.ofNullable(trustedProxies).flatMap(TrustedProxies::of).orElse(TrustedProxies.THIS_MACHINE));
    }

    /** What is on the web; without any platform, people get in there unless it is switched off. */
    WebSettings web(boolean hasPlatform) {
        boolean isOn = web == null ? !hasPlatform : web == Switch.ON;
        boolean isHere = http().address().isLoopbackAddress();
        return new WebSettings(
                isOn,
                isOn && webChat == Switch.ON,
                isOn && webApi == Switch.ON,
                isOn && webEmbed == Switch.ON,
                isOn && (webRest == null ? isHere : webRest == Switch.ON),
                console(isOn));
    }

    /** The console is on where it's asked for; unasked, only beside pages that this machine alone reaches. */
    private @Nullable URI console(boolean hasPages) {
        HttpSettings http = http();
        boolean isOn = webConsole == null ? hasPages && http.address().isLoopbackAddress() : webConsole == Switch.ON;
        if (!isOn) {
            return null;
        }
        String here = http.address() instanceof Inet6Address
                ? "[" + http.address().getHostAddress() + "]"
                : http.address().getHostAddress();
        return Optional.ofNullable(webConsoleUrl)
                .flatMap(ServerProperties::origin)
                .orElseGet(() -> URI.create("http://" + here + ":" + http.portOrDefault()));
    }

    /** An https address without a path, or an http one of this machine. */
    private static Optional<URI> origin(String typed) {
        try {
            URI uri = new URI(typed.strip().replaceFirst("/$", ""));
            boolean isHere = "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && TrustedProxies.address(uri.getHost().replaceAll("[\\[\\]]", ""))
                            .filter(InetAddress::isLoopbackAddress)
                            .isPresent();
            boolean isBare = uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            return isBare && (isHere || "https".equals(uri.getScheme())) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    CanaryRules canary() {
        CanaryRules normal = CanaryRules.DEFAULT;
        return new CanaryRules(
                alertCanaryPercent == null ? normal.percent() : alertCanaryPercent,
                alertCanaryMinutes == null ? normal.lead() : Duration.ofMinutes(alertCanaryMinutes));
    }

    OpsSettings ops() throws SettingProblem {
        return OpsSettings.of(opsToken, opsAddress, logFormat == LogFormat.JSON);
    }

    /** The port alone; some of the rest is secret. */
    @Override
    public String toString() {
        return "ServerProperties[" + serverPort + "]";
    }
}
