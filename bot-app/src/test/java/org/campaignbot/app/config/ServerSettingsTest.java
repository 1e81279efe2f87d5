package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.app.config.ServerSettings.Reading;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.telegram.TelegramSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    private static final String TOKEN = "1234567:AAHf_secret-part-of-a-token";
    private static final String HEX = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static Map<String, String> with(String... pairs) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TELEGRAM_TOKEN", TOKEN,
                "BOT_CONTENT", "../content",
                "HOME", "/home/ana",
                "LANG", "C",
                "SERVER_SOFTWARE", "nginx",
                "DATABASE_DIR", "/var/lib"));
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return environment;
    }

    private static ServerSettings usable(String... pairs) {
        Reading reading = ServerSettings.read(with(pairs));
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return ((Reading.Usable) reading).settings();
    }

    private static List<String> problems(String... pairs) {
        Reading reading = ServerSettings.read(with(pairs));
        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        return ((Reading.Unusable) reading).problems();
    }

    @Test
    void operatorsPagesAreThisMachinesAloneOrAskForAToken() {
        OpsSettings usual = usable().ops();
        assertThat(usual.isLocal()).isTrue();
        assertThat(usual.isChosen()).isFalse();
        assertThat(usual.opens("Bearer ")).isFalse();
        assertThat(usual.opens(null)).isFalse();
        assertThat(usable("OPS_ADDRESS", "off").ops().address()).isNull();
        assertThat(problems("OPS_ADDRESS", "0.0.0.0:8081"))
                .singleElement()
                .asString()
                .startsWith("OPS_ADDRESS lets other machines ask, so OPS_TOKEN must be set, too.");
        String token = "0123456789abcdef";
        OpsSettings open =
                usable("OPS_ADDRESS", "0.0.0.0:8081", "OPS_TOKEN", token).ops();
        assertThat(open.isLocal()).isFalse();
        assertThat(open.opens("Bearer " + token)).isTrue();
        assertThat(open.opens("Bearer " + token + "0")).isFalse();
        assertThat(open.toString()).doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({"OPS_ADDRESS,127.0.0.1", "OPS_ADDRESS,127.0.0.1:0", "OPS_TOKEN,short", "LOG_FORMAT,xml"})
    void whatOperatorsSetWronglyIsNamedAndNotQuoted(String name, String value) {
        assertThat(problems(name, value))
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain('"' + value);
    }

    @Test
    void slackStandsBesideTelegramOrAlone() {
        ServerSettings both = usable("SLACK_BOT_TOKEN", "xoxb-1-a", "SLACK_APP_TOKEN", "xapp-1-a");
        assertThat(Objects.requireNonNull(both.slack()).mode()).isEqualTo(SlackSettings.Mode.SOCKET);
        assertThat(both.listens()).isFalse();
        ServerSettings alone = usable(
                "TELEGRAM_TOKEN",
                "",
                "SLACK_BOT_TOKEN",
                "xoxb-1-a",
                "SLACK_SIGNING_SECRET",
                "0123456789abcdef0123456789abcdef");
        assertThat(alone.telegram()).isNull();
        assertThat(Objects.requireNonNull(alone.slack()).mode()).isEqualTo(SlackSettings.Mode.HTTP);
        assertThat(alone.listens()).isTrue();
    }

    @Test
    void theConsoleIsOnUnaskedOnlyWhereThisMachineAloneReachesThePages() {
        assertThat(usable("WEB", "on", "SERVER_ADDRESS", "0.0.0.0").web())
                .isEqualTo(new WebSettings(true, true, true, true, false, null));
        assertThat(usable("WEB", "on", "WEB_CONSOLE", "off").web()).isEqualTo(WebSettings.ON);
        assertThat(usable().web().console()).isNull();
        ServerSettings alone = usable("WEB_CONSOLE", "on", "SERVER_PORT", "8090");
        assertThat(alone.web())
                .isEqualTo(new WebSettings(false, false, false, false, false, URI.create("http://127.0.0.1:8090")));
        assertThat(alone.listens()).isTrue();
        assertThat(usable("WEB_CONSOLE", "on", "WEB_CONSOLE_URL", "https://bot.example.org/")
                        .web()
                        .console())
                .isEqualTo(URI.create("https://bot.example.org"));
        assertThat(problems("WEB_CONSOLE", "on", "SERVER_ADDRESS", "0.0.0.0"))
                .singleElement()
                .asString()
                .contains("WEB_CONSOLE_URL is missing");
        for (String url :
                List.of("http://bot.example.org", "https://bot.example.org/x", "bot.example.org", "https://a@b.org")) {
            assertThat(problems("WEB_CONSOLE", "on", "WEB_CONSOLE_URL", url))
                    .as(url)
                    .singleElement()
                    .asString()
                    .startsWith("WEB_CONSOLE_URL isn't an https address");
        }
    }

    @Test
    void theWebIsServedWhereThereIsNoPlatformAndElsewhereIfSet() {
        assertThat(usable().web()).isEqualTo(WebSettings.OFF);
        URI here = URI.create("http://127.0.0.1:8080");
        assertThat(usable("WEB", "on").web()).isEqualTo(new WebSettings(true, true, true, true, true, here));
        assertThat(usable("WEB", "on").listens()).isTrue();
        assertThat(usable("TELEGRAM_TOKEN", "").web()).isEqualTo(new WebSettings(true, true, true, true, true, here));
        assertThat(usable("TELEGRAM_TOKEN", "", "WEB_CHAT", "off").web())
                .isEqualTo(new WebSettings(true, false, true, true, true, here));
        assertThat(usable("WEB_CHAT", "on").web()).isEqualTo(WebSettings.OFF);
        assertThat(usable("WEB", "on", "SERVER_ADDRESS", "0.0.0.0").web().rest())
                .isFalse();
        assertThat(usable("WEB", "on", "SERVER_ADDRESS", "0.0.0.0", "WEB_REST", "on")
                        .web()
                        .rest())
                .isTrue();
        assertThat(usable("WEB", "on", "WEB_REST", "off").web().rest()).isFalse();
        assertThat(problems("WEB", "yes please")).singleElement().asString().startsWith("WEB is neither off nor on");
    }

    @Test
    void whatIsWrongWithSlackIsNamedWithoutItsSecret() {
        assertThat(problems("SLACK_BOT_TOKEN", "xoxb-my-secret"))
                .singleElement()
                .asString()
                .startsWith("SLACK_APP_TOKEN")
                .doesNotContain("secret-");
        assertThat(problems("SLACK_BOT_TOKEM", "xoxb-my-secret"))
                .anySatisfy(each -> assertThat(each).contains("did you mean SLACK_BOT_TOKEN?"));
    }

    @Test
    void manyWorkspacesAreServedByThreeSettingsOrNone() {
        ServerSettings many = usable(
                "SLACK_CLIENT_ID",
                "1.2",
                "SLACK_CLIENT_SECRET",
                "0123456789abcdef0123456789abcdef",
                "SLACK_REDIRECT_URL",
                "https://bot.example.org/slack/oauth_redirect",
                "SLACK_SIGNING_SECRET",
                "0123456789abcdef0123456789abcdef");
        SlackSettings.Install install =
                Objects.requireNonNull(Objects.requireNonNull(many.slack()).install());
        assertThat(install.page()).hasToString("https://bot.example.org/slack/install");
        assertThat(many.listens()).isTrue();
        assertThat(problems(
                        "SLACK_CLIENT_ID",
                        "1.2",
                        "SLACK_REDIRECT_URL",
                        "https://bot.example.org/slack/oauth_redirect",
                        "SLACK_SIGNING_SECRET",
                        "0123456789abcdef0123456789abcdef"))
                .singleElement()
                .asString()
                .contains("SLACK_CLIENT_SECRET is not set, though SLACK_CLIENT_ID is.");
        assertThat(problems(
                        "SLACK_REDIRECT_URL",
                        "https://bot.example.org/slack/oauth_redirect",
                        "SLACK_SIGNING_SECRET",
                        "0123456789abcdef0123456789abcdef"))
                .anySatisfy(each -> assertThat(each).contains("SLACK_CLIENT_ID is not set"));
    }

    @Test
    void aTokenIsAllThatHasToBeSet() {
        ServerSettings settings = usable();
        TelegramSettings telegram = Objects.requireNonNull(settings.telegram());
        assertThat(telegram.mode()).isEqualTo(TelegramSettings.Mode.POLLING);
        assertThat(telegram.api()).isEqualTo(TelegramSettings.TELEGRAM);
        assertThat(telegram.rates()).isEqualTo(TelegramSettings.Rates.DEFAULT);
        assertThat(settings.turnsAMinute()).isEqualTo(20);
        assertThat(settings.listens()).isFalse();
        assertThat(settings.storage().location()).isInstanceOf(DatabaseLocation.Embedded.class);
        assertThat(settings.content().campaign()).isEqualTo("welcoming-communities");
    }

    @Test
    void everySettingIsRead() {
        ServerSettings settings = usable(
                "TELEGRAM_MODE", "webhook",
                "TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram",
                "TELEGRAM_WEBHOOK_SECRET", "s3cret",
                "TELEGRAM_RATE_PER_SECOND", "10",
                "TELEGRAM_CHAT_RATE_PER_SECOND", "0",
                "PERSON_RATE_PER_MINUTE", "0",
                "ALERT_CANARY_PERCENT", "0",
                "ALERT_CANARY_MINUTES", "30",
                "SERVER_PORT", "9000",
                "SERVER_ADDRESS", "0.0.0.0",
                "TRUSTED_PROXIES", "192.0.2.1, 2001:db8::/32",
                "DATABASE_URL", "postgresql://bot:pass@db.example.org/bot",
                "BOT_KEY", KEY,
                "BOT_DATA", "somewhere",
                "BOT_CLOCK", "2030-01-01T00:00:00Z");
        TelegramSettings telegram = Objects.requireNonNull(settings.telegram());
        assertThat(settings.canary()).isEqualTo(new CanaryRules(0, Duration.ofMinutes(30)));
        assertThat(telegram.webhookPath()).isEqualTo("/telegram");
        assertThat(telegram.rates()).isEqualTo(new TelegramSettings.Rates(10, 10, 0, 20));
        assertThat(settings.turnsAMinute()).isZero();
        assertThat(settings.listens()).isTrue();
        assertThat(settings.http().portOrDefault()).isEqualTo(9000);
        assertThat(settings.http().address().isAnyLocalAddress()).isTrue();
        assertThat(settings.http()
                        .proxies()
                        .trust(TrustedProxies.address("2001:db8::7").orElseThrow()))
                .isTrue();
        assertThat(settings.storage().data()).isEqualTo(Path.of("somewhere"));
        assertThat(settings.storage().location())
                .isEqualTo(new DatabaseLocation.Server("jdbc:postgresql://db.example.org/bot", "bot", "pass"));
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(settings.clock().instant()).isBetween(start, start.plus(Duration.ofDays(1)));
    }

    @Test
    void aWebhookListensOnThePortOf8080WhereNoneIsSet() {
        ServerSettings settings = usable(
                "TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:8080/telegram", "TELEGRAM_API_URL", "http://127.0.0.1:9999");
        assertThat(settings.listens()).isTrue();
        assertThat(settings.http().portOrDefault()).isEqualTo(8080);
        assertThat(settings.http().address().isLoopbackAddress()).isTrue();
    }

    @Test
    void addressesAreFiguresAndNamesAreNotLookedUp() {
        assertThat(problems("TELEGRAM_TOKEN", "1:a", "SERVER_ADDRESS", "localhost"))
                .anySatisfy(each -> assertThat(each).startsWith("SERVER_ADDRESS isn't an address."));
        for (String wrong : List.of("caddy", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "1.2.3.4,", "::/129")) {
            assertThat(problems("TRUSTED_PROXIES", wrong))
                    .anySatisfy(each -> assertThat(each).startsWith("TRUSTED_PROXIES isn't a list of addresses."));
        }
    }

    @Test
    void whatIsSetToNothingCountsAsNotSet() {
        ServerSettings settings = usable("DATABASE_URL", " ", "SERVER_PORT", "", "TELEGRAM_MODE", "");
        assertThat(settings.http().port()).isNull();
        assertThat(settings.storage().location()).isInstanceOf(DatabaseLocation.Embedded.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_TOKN, TELEGRAM_TOKEN",
        "TELEGRAM_WEBHOOK_URI, TELEGRAM_WEBHOOK_URL",
        "telegram_mode, TELEGRAM_MODE",
        "BOT_CAMPAING, BOT_CAMPAIGN",
        "BOT_KEYS, BOT_KEY",
        "DATABASE_URI, DATABASE_URL",
        "SERVER_PROT, SERVER_PORT",
        "PERSON_RATE_PER_MINTUE, PERSON_RATE_PER_MINUTE"
    })
    void aMisspelledSettingIsNamedWithTheRightOne(String misspelled, String right) {
        assertThat(problems(misspelled, "x"))
                .containsExactly(misspelled + " isn't a setting of this bot: did you mean " + right + "?");
    }

    @ParameterizedTest
    @CsvSource({"TELEGRAM_PROXY_ADDRESS", "SLACK_FAVOURITE_CHANNEL", "BOT_FAVOURITE_COLOUR"})
    void aNameThatLooksLikeOursAndIsNoneStopsTheStart(String name) {
        assertThat(problems(name, "x")).singleElement().asString().startsWith(name + " isn't a setting of this bot.");
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_TOKEN, 12345, TELEGRAM_TOKEN is not a token",
        "TELEGRAM_API_URL, http://api.example.org, TELEGRAM_API_URL is not encrypted",
        "TELEGRAM_API_URL, https://api.example.org/path, TELEGRAM_API_URL has a path",
        "TELEGRAM_MODE, webhok, TELEGRAM_MODE is neither",
        "TELEGRAM_MODE, webhook, TELEGRAM_WEBHOOK_URL is not set",
        "TELEGRAM_WEBHOOK_URL, http://bot.example.org/telegram, TELEGRAM_WEBHOOK_URL is not encrypted",
        "TELEGRAM_WEBHOOK_URL, https://bot.example.org, TELEGRAM_WEBHOOK_URL has no path",
        "TELEGRAM_WEBHOOK_URL, https://bot.example.org/health, TELEGRAM_WEBHOOK_URL ends in /health",
        "TELEGRAM_WEBHOOK_URL, https://bot.example.org:9443/x, TELEGRAM_WEBHOOK_URL has a port",
        "TELEGRAM_WEBHOOK_SECRET, abc, TELEGRAM_WEBHOOK_SECRET is set without",
        "TELEGRAM_ALERT_RATE_PER_SECOND, 31, TELEGRAM_ALERT_RATE_PER_SECOND lets out more",
        "TELEGRAM_CHAT_RATE_PER_SECOND, -1, TELEGRAM_CHAT_RATE_PER_SECOND is not a number",
        "PERSON_RATE_PER_MINUTE, many, PERSON_RATE_PER_MINUTE isn't a number",
        "ALERT_CANARY_PERCENT, 101, ALERT_CANARY_PERCENT is more than 100",
        "ALERT_CANARY_MINUTES, 1441, ALERT_CANARY_MINUTES is more than a day",
        "SERVER_PORT, 0, SERVER_PORT isn't a port",
        "SERVER_PORT, 65536, SERVER_PORT isn't a port",
        "DATABASE_URL, mysql://localhost/bot, DATABASE_URL must begin with",
        "DATABASE_URL, postgresql://localhost/bot, BOT_KEY is not set",
        "BOT_KEY, tooshort, BOT_KEY does not hold a key",
        "BOT_CLOCK, yesterday, BOT_CLOCK isn't an instant",
        "BOT_CAMPAIGN, nowhere, BOT_CAMPAIGN names no campaign",
        "BOT_CONTENT, /nowhere, There is no folder"
    })
    void aSettingThatCannotBeUsedIsNamedAndToldHowToFix(String name, String value, String told) {
        assertThat(problems(name, value)).singleElement().asString().startsWith(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERSON_RATE_PER_MINUTE",
                "ALERT_CANARY_PERCENT",
                "SERVER_PORT",
                "BOT_CLOCK",
                "BOT_CAMPAIGN",
                "TELEGRAM_MODE",
                "TELEGRAM_API_URL",
                "TELEGRAM_RATE_PER_SECOND",
                "DATABASE_URL",
                "BOT_KEY"
            })
    void aSecretPastedIntoTheWrongSettingIsNotQuoted(String name) {
        assertThat(problems(name, "SECRETqz"))
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain("SECRETqz");
    }

    @Test
    void pollingAndAnAddressOfAWebhookContradictEachOther() {
        assertThat(problems("TELEGRAM_MODE", "polling", "TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram"))
                .singleElement()
                .asString()
                .startsWith("TELEGRAM_MODE is polling, though");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems("TELEGRAM_TOKN", "x", "SERVER_PORT", "x", "BOT_CLOCK", "x", "TELEGRAM_MODE", "x"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void noSecretIsEverTold() {
        String url = "postgresql://bot:hunter2@db.example.org/bot";
        ServerSettings settings = usable(
                "DATABASE_URL",
                url,
                "BOT_KEY",
                KEY,
                "TELEGRAM_WEBHOOK_URL",
                "https://bot.example.org/telegram",
                "TELEGRAM_WEBHOOK_SECRET",
                "s3cret-word");
        List<String> problems = problems(
                "DATABASE_URL",
                "mysql://bot:hunter2@x/y",
                "BOT_KEY",
                KEY + KEY,
                "TELEGRAM_WEBHOOK_SECRET",
                "s3cret-word ?");
        assertThat(settings + " " + problems)
                .doesNotContain("hunter2")
                .doesNotContain(KEY)
                .doesNotContain("s3cret-word")
                .doesNotContain(TOKEN)
                .doesNotContain("AAHf");
    }

    @Test
    void theServerRefreshesItsTablesOnlyIfToldTo() {
        DirectorySettings usual = usable().directory();
        assertThat(usual).isEqualTo(DirectorySettings.DEFAULT);
        assertThat(usual.refresh()).isEqualTo(DirectorySettings.Mode.OFF);
        DirectorySettings own = usable(
                        "DIRECTORY_REFRESH",
                        "apply",
                        "DIRECTORY_ADDRESS",
                        "http://files.internal/congress",
                        "DIRECTORY_LOCAL_HOST",
                        "files.internal")
                .directory();
        assertThat(own.refresh()).isEqualTo(DirectorySettings.Mode.APPLY);
        assertThat(own.address()).isEqualTo("http://files.internal/congress");
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTORY_REFRESH,always",
        "DIRECTORY_ADDRESS,the usual one",
        "DIRECTORY_ADDRESS,http://example.org/",
        "DIRECTORY_ADDRESS,ftp://example.org/",
        "DIRECTORY_ADDRESS,https://ana:pass@example.org/",
        "DIRECTORY_LOCAL_HOST,http://files.internal",
        "DIRECTORY_LOCAL_HOST,files.internal:8080"
    })
    void aWrongSettingOfTheTablesIsNamedAndNotQuoted(String name, String value) {
        assertThat(problems(name, value))
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain(value);
    }

    @Test
    void aCrmIsToldNothingUnlessItIsSet() {
        assertThat(usable().crm()).isEqualTo(CrmSettings.OFF);
        CrmSettings set = usable("CRM_URL", "https://crm.example.org/hooks/s3cret?key=1", "CRM_SECRET", KEY)
                .crm();
        assertThat(set.isOn()).isTrue();
        assertThat(set.toString()).isEqualTo("CrmSettings[crm.example.org]");
        assertThat(usable("CRM_URL", "http://crm.internal/hook", "CRM_LOCAL_HOST", "crm.internal", "CRM_SECRET", HEX)
                        .crm()
                        .secret())
                .isEqualTo(HEX);
    }

    @ParameterizedTest
    @CsvSource({
        "CRM_URL, http://crm.example.org/hook, CRM_URL isn't an https address",
        "CRM_URL, https://ana:pass@crm.example.org/, CRM_URL isn't an https address",
        "CRM_URL, crm.example.org, CRM_URL isn't an https address",
        "CRM_LOCAL_HOST, http://crm.internal, CRM_LOCAL_HOST isn't a host",
        "CRM_SECRET, correct-horse-battery-staple, CRM_SECRET isn't 32 random bytes",
        "CRM_SECRET, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, CRM_SECRET isn't 32 random bytes",
        "CRM_SECRET, 00112233445566778899aabbccddeeff, CRM_SECRET isn't 32 random bytes",
        "CRM_SECRET, '', CRM_SECRET is missing",
        "CRM_URL, '', CRM_URL is missing",
        "CRM_URI, x, CRM_URI isn't a setting of this bot: did you mean CRM_URL?"
    })
    void aWrongSettingOfTheCrmIsNamedAndNotQuoted(String name, String value, String told) {
        Map<String, String> set = new HashMap<>(Map.of("CRM_URL", "https://crm.example.org/hook", "CRM_SECRET", KEY));
        set.put(name, value);
        String[] variables = set.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        assertThat(problems(variables))
                .singleElement()
                .asString()
                .startsWith(told)
                .doesNotContain(" " + value + " ");
    }
}
