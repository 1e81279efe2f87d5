package org.campaignbot.app.config;

import java.util.Map;
import java.util.regex.Pattern;
import org.campaignbot.content.refresh.Download;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The variables about fresh tables of the members.
 *
 * @param localHost the one host that may be in our own network, or empty for none
 */
@ConfigurationProperties("directory")
public record DirectorySettings(@DefaultValue("") String localHost) {

    private static final Pattern HOST = Pattern.compile("|[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    public DirectorySettings {
        Checks checks = new Checks();
        checks.form(
                Download.LOCAL_HOST,
                localHost,
                HOST,
                "isn't a host. Give its name or IP address without a port, such as files.internal, or leave it out.");
        checks.end();
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

    /** A download from an address. */
    public Download from(String address) {
        return new Download(address, localHost);
    }
}
