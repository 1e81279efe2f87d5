package org.campaignbot.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;
import org.campaignbot.content.refresh.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The variables about fresh tables of the members: {@code DIRECTORY_REFRESH} and so on.
 *
 * @param refresh what the server does about them by itself
 * @param address the folder with the source's files
 * @param localHost the one host that may be in our own network, or empty for none
 */
@ConfigurationProperties("directory")
public record DirectorySettings(
        @DefaultValue("off") Mode refresh,
        @DefaultValue(Download.USUAL) String address,
        @DefaultValue("") String localHost) {

    /** The variable for what the server does by itself. */
    public static final String REFRESH = "DIRECTORY_REFRESH";

    static final String ADDRESS = "DIRECTORY_ADDRESS";

    private static final Pattern HOST = Pattern.compile("|[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    /** What applies where nothing is set. */
    public static final DirectorySettings DEFAULT = new DirectorySettings(Mode.OFF, Download.USUAL, "");

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
        checks.form(
                Download.LOCAL_HOST,
                localHost,
                HOST,
                "isn't a host. Give its name or IP address without a port, such as files.internal, or leave it out.");
        URI uri = uri(address);
        boolean isLocal = uri != null && localHost.equalsIgnoreCase(uri.getHost());
        if (uri == null || !("https".equals(uri.getScheme()) || (isLocal && "http".equals(uri.getScheme())))) {
            checks.refuse(
                    ADDRESS,
                    "isn't the address of a folder. Give one such as " + Download.USUAL
                            + ", or leave it out; http is for the host of " + Download.LOCAL_HOST + " alone.");
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

    /** A download from another address. */
    public Download from(String other) {
        return new Download(other, localHost);
    }
}
