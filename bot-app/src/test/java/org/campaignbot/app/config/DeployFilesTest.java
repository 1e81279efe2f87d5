package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Checks the deployment files against the bot's settings and paths, and against their own promises. */
class DeployFilesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path DEPLOY = PROJECT.resolve("deploy");
    private static final String FILE = "_FILE";

    @Test
    void eachSettingThatTheyGiveIsOneOfTheBotAndIsExplained() throws IOException {
        String explained = Files.readString(PROJECT.resolve("docs/running.md"))
                + Files.readString(PROJECT.resolve("docs/operations.md"));
        Set<String> given = settings();
        assertThat(given).contains("BOT_DATA", "TELEGRAM_TOKEN_FILE", "TELEGRAM_WEBHOOK_URL", "SERVER_ADDRESS");
        for (String name : given) {
            String setting = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
            assertThat(explained.contains(setting))
                    .as("docs/running.md or docs/operations.md explains " + name)
                    .isTrue();
            if (ServerSettings.read(Map.of(setting, "x")) instanceof ServerSettings.Reading.Unusable unusable) {
                assertThat(unusable.problems())
                        .as(name)
                        .noneMatch(problem -> problem.contains("isn't a setting of this bot"));
            }
        }
    }

    @Test
    void noSecretStandsInThemItself() throws IOException {
        assertThat(settings())
                .noneMatch(name -> name.endsWith("TOKEN")
                        || name.endsWith("SECRET")
                        || name.equals("BOT_KEY")
                        || name.equals("DATABASE_URL"));
    }

    @Test
    void theUnitKeepsMemoryOffTheDiskAndTheBotInItsFolder() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("campaign-bot.service")))
                .contains(
                        "ExecStart=/opt/campaign-bot/bot serve",
                        "DynamicUser=yes",
                        "ProtectSystem=strict",
                        "NoNewPrivileges=yes",
                        "LimitCORE=0",
                        "MemorySwapMax=0",
                        "Restart=always",
                        "UMask=0077");
    }

    @Test
    void theCommandBesideTheServiceHasItsDataAndItsSecrets() throws IOException {
        String command = Files.readString(DEPLOY.resolve("campaign-bot"));
        List<String> shared = Files.readAllLines(DEPLOY.resolve("campaign-bot.service")).stream()
                .filter(line -> line.matches("(DynamicUser|StateDirectory|StateDirectoryMode|WorkingDirectory|UMask"
                        + "|Environment|EnvironmentFile|LoadCredential|LimitCORE|MemorySwapMax)=.*"))
                // Only a unit file has %d, the folder of its credentials.
                .filter(line -> !line.contains("%d"))
                .toList();
        assertThat(shared)
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(command).contains("--property=" + line));
        assertThat(command).contains("TELEGRAM_TOKEN_FILE=\"$CREDENTIALS_DIRECTORY/telegram_token\"");
    }

    @Test
    void theContainerIsReadOnlyWithoutPrivilegesSwapOrCoreFiles() throws IOException {
        assertThat(service("bot"))
                .containsEntry("read_only", true)
                .containsEntry("restart", "always")
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("ulimits", Map.of("core", 0))
                .doesNotContainKey("ports");
        assertThat(service("bot").get("memswap_limit")).isEqualTo(service("bot").get("mem_limit"));
        assertThat(service("postgres"))
                .containsEntry("profiles", List.of("postgres"))
                .doesNotContainKey("ports");
        assertThat(Files.readAllLines(DEPLOY.resolve("Dockerfile"))).contains("USER 10001", "VOLUME /data");
    }

    @Test
    void theProxyForwardsWhatPlatformsNeedAndNothingElse() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Caddyfile")).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines.stream().filter(line -> line.startsWith("@bot")))
                .containsExactly("@bot path /telegram /slack/events /slack/install /slack/oauth_redirect");
        assertThat(lines).contains("read_header 10s", "reverse_proxy {$BOT_UPSTREAM:127.0.0.1:8080} {");
        assertThat(String.join("\n", lines)).doesNotContain("8081").doesNotContain(HttpSettings.OWN_PATHS);
        assertThat(composeVariables("caddy")).containsKeys("BOT_HOST", "BOT_UPSTREAM");
        assertThat(composeVariables("bot").get("TELEGRAM_WEBHOOK_URL")).endsWith("/telegram");
    }

    /** The names of all settings that the files pass to the bot. */
    private static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>(composeVariables("bot").keySet());
        Pattern unit = Pattern.compile("(?m)^Environment=([A-Z_]+)=");
        names.addAll(unit.matcher(Files.readString(DEPLOY.resolve("campaign-bot.service")))
                .results()
                .map(found -> found.group(1))
                .toList());
        Pattern image = Pattern.compile("([A-Z_]+)=\\S");
        try (Stream<String> lines = Files.lines(DEPLOY.resolve("Dockerfile"))) {
            names.addAll(lines.filter(line -> line.startsWith("ENV "))
                    .flatMap(line -> image.matcher(line).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet()));
        }
        return names;
    }

    private static Map<String, String> composeVariables(String service) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        ((Map<?, ?>) service(service).getOrDefault("environment", Map.of()))
                .forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        return variables;
    }

    private static Map<String, Object> service(String name) throws IOException {
        Object compose = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(DEPLOY.resolve("compose.yaml")));
        Map<String, Object> fields = new TreeMap<>();
        part(part(compose, "services"), name).forEach((key, value) -> fields.put(String.valueOf(key), value));
        return fields;
    }

    private static Map<?, ?> part(Object whole, String name) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) whole).get(name), name);
    }
}
