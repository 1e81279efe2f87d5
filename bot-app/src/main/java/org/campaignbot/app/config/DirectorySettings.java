package org.campaignbot.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.refresh.Download;
import org.campaignbot.content.refresh.FeedTrust;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The variables about fresh tables of the members: {@code DIRECTORY_REFRESH} and so on.
 *
 * @param refresh what the server does about them by itself
 * @param address the folder with the source's files, or a feed
 * @param localHost the one host that may be in our own network, or empty for none
 * @param feedKey the keys by which feeds are taken, or empty for none
 */
@ConfigurationProperties("directory")
public record DirectorySettings(
        @DefaultValue("off") Mode refresh,
        @DefaultValue(Download.USUAL) String address,
        @DefaultValue("") String localHost,
        @DefaultValue("") String feedKey) {

    /** The variable for what the server does by itself. */
    public static final String REFRESH = "DIRECTORY_REFRESH";

    static final String ADDRESS = "DIRECTORY_ADDRESS";

    /** What applies where nothing is set. */
    public static final DirectorySettings DEFAULT = new DirectorySettings(Mode.OFF, Download.USUAL, "", "");

    /** What the server does by itself. */
    public enum Mode {
        /** Nothing. */
        OFF,
        /** It says what is new. */
        LOOK,
        /** It puts new tables of members, offices and committees in force. */
        APPLY
    }

    public DirectorySettings {
        Checks checks = new Checks();
        checks.host(Download.LOCAL_HOST, localHost, "files.internal");
        URI uri = uri(address);
        boolean isLocal = uri != null && localHost.equalsIgnoreCase(uri.getHost());
        if (uri == null || !("https".equals(uri.getScheme()) || (isLocal && "http".equals(uri.getScheme())))) {
            checks.refuse(
                    ADDRESS,
                    "isn't the address of a folder or a feed. Give one such as " + Download.USUAL
                            + ", or leave it out; http is for the host of " + Download.LOCAL_HOST + " alone.");
        }
        boolean hasKey = FeedTrust.keys(feedKey).filter(keys -> !keys.isEmpty()).isPresent();
        if (!hasKey && !feedKey.isEmpty()) {
            checks.refuse(
                    FeedTrust.SETTING,
                    "isn't a public Ed25519 key. Give the line between BEGIN and END that openssl pkey -pubout writes.");
        } else if (!hasKey && refresh != Mode.OFF && Download.isFeed(address)) {
            checks.refuse(
                    FeedTrust.SETTING,
                    "is missing, and " + ADDRESS + " is a feed. Give the public key of whoever publishes it.");
        }
        checks.end();
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean isUsable = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null;
            return isUsable ? uri : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /**
     * Reads them from an environment.
     *
     * @throws SettingProblem if one can't be used
     */
    public static DirectorySettings of(Map<String, String> environment) throws SettingProblem {
        Variables variables = Variables.of(environment);
        DirectorySettings bound = variables.bindOrCreate(DirectorySettings.class);
        if (bound == null) {
            throw new SettingProblem(String.join("\n", variables.problems()));
        }
        return bound;
    }

    /** A download from the address that is set. */
    public Download download() {
        return from(address);
    }

    /** Which feeds are taken by an installation with this data. */
    public FeedTrust trust(Path data) {
        return new FeedTrust(FeedTrust.keys(feedKey).orElse(List.of()), data);
    }

    /** A download from another address. */
    public Download from(String other) {
        return new Download(other, localHost);
    }
}
