package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.app.config.ServerSettings.Reading;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramSettings.Rates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramPropertiesTest {

    private static final String TOKEN = "123456789:AAExample-of_a-token";

    private static Reading read(String... pairs) {
        Map<String, String> texts =
                new HashMap<>(Map.of("PATH", "/bin", "BOT_CONTENT", "../content", "TELEGRAM_TOKEN", TOKEN));
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return ServerSettings.read(texts);
    }

    private static TelegramSettings usable(String... pairs) {
        Reading reading = read(pairs);
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return Objects.requireNonNull(((Reading.Usable) reading).settings().telegram());
    }

    private static List<String> refused(String... pairs) {
        Reading reading = read(pairs);
        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        return ((Reading.Unusable) reading)
                .problems().stream()
                        .map(each -> each.substring(0, each.indexOf(' ')))
                        .toList();
    }

    @Test
    void theTokenAloneIsEnough() {
        TelegramSettings settings = usable();
        assertThat(settings.mode()).isEqualTo(Mode.POLLING);
        assertThat(settings.api()).isEqualTo(TelegramSettings.TELEGRAM);
        assertThat(settings.rates()).isEqualTo(Rates.DEFAULT);
        assertThat(settings.botId()).isEqualTo("123456789");
        assertThat(settings.webhookPath()).isNull();
    }

    @Test
    void withoutAnySettingThereIsNoTelegram() {
        Reading reading = read("TELEGRAM_TOKEN", " ");
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        assertThat(((Reading.Usable) reading).settings().telegram()).isNull();
    }

    @Test
    void aSettingWithoutATokenIsNamed() {
        assertThat(refused("TELEGRAM_TOKEN", "", "TELEGRAM_MODE", "polling")).containsExactly("TELEGRAM_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame", "123:", ":abc", "123:a b", "abc:def", "123:ab/../cd"})
    void whatIsNoTokenIsNamedAndNotShown(String token) {
        Reading reading = read("TELEGRAM_TOKEN", token);
        assertThat(refused("TELEGRAM_TOKEN", token)).containsExactly("TELEGRAM_TOKEN");
        assertThat(reading.toString()).doesNotContain(token);
    }

    @Test
    void aMisspelledSettingIsNamed() {
        assertThat(refused("TELEGRAM_TOKN", "x")).containsExactly("TELEGRAM_TOKN");
        assertThat(refused("TELEGRAM_WEBHOOK", "https://example.org/t")).containsExactly("TELEGRAM_WEBHOOK");
    }

    @Test
    void anAddressMeansAWebhookAndItsPathIsTheOneServed() {
        TelegramSettings settings = usable("TELEGRAM_WEBHOOK_URL", "https://bot.example.org:8443/telegram/in");
        assertThat(settings.mode()).isEqualTo(Mode.WEBHOOK);
        assertThat(settings.webhookPath()).isEqualTo("/telegram/in");
        assertThat(settings.secret()).matches("[A-Za-z0-9_-]{43}").doesNotContain("AAExample");
        assertThat(usable("TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram")
                        .secret())
                .as("all instances of a bot have the same")
                .isEqualTo(settings.secret());
    }

    @Test
    void contradictionsAreNamed() {
        String url = "https://bot.example.org/telegram";
        assertThat(refused("TELEGRAM_MODE", "webhook")).containsExactly("TELEGRAM_WEBHOOK_URL");
        assertThat(refused("TELEGRAM_MODE", "polling", "TELEGRAM_WEBHOOK_URL", url))
                .containsExactly("TELEGRAM_MODE");
        assertThat(refused("TELEGRAM_MODE", "both")).containsExactly("TELEGRAM_MODE");
        assertThat(refused("TELEGRAM_WEBHOOK_SECRET", "abc")).containsExactly("TELEGRAM_WEBHOOK_SECRET");
        assertThat(refused("TELEGRAM_WEBHOOK_URL", url, "TELEGRAM_WEBHOOK_SECRET", "not allowed!"))
                .containsExactly("TELEGRAM_WEBHOOK_SECRET");
        assertThat(refused("TELEGRAM_ALERT_RATE_PER_SECOND", "31")).containsExactly("TELEGRAM_ALERT_RATE_PER_SECOND");
        assertThat(refused("TELEGRAM_ALERT_RATE_PER_SECOND", "0")).containsExactly("TELEGRAM_ALERT_RATE_PER_SECOND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bot.example.org/telegram",
                "http://127.0.0.1.example.org/telegram",
                "https://bot.example.org",
                "https://bot.example.org:8080/telegram",
                "https://user:pass@bot.example.org/telegram",
                "ftp://127.0.0.1/telegram",
                "bot.example.org/telegram",
                "https://bot example/telegram",
                "http://[::1%25eth0]/t#x"
            })
    void anAddressThatTelegramCannotUseIsNamed(String url) {
        assertThat(refused("TELEGRAM_WEBHOOK_URL", url)).containsExactly("TELEGRAM_WEBHOOK_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8081", "http://localhost:8081/", "http://[::1]:8081", "https://api.example.org"
            })
    void anotherServerIsReachedEncryptedOrOnThisMachine(String url) {
        assertThat(usable("TELEGRAM_API_URL", url).api()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example.org", "https://api.example.org/bots", "https://api.example.org?x=1"})
    void aServerThatWouldNotDoIsNamed(String url) {
        assertThat(refused("TELEGRAM_API_URL", url)).containsExactly("TELEGRAM_API_URL");
    }

    @Test
    void onAnotherServerAnyPortWillDo() {
        assertThat(usable(
                                "TELEGRAM_API_URL",
                                "http://127.0.0.1:8081",
                                "TELEGRAM_WEBHOOK_URL",
                                "http://127.0.0.1:8080/telegram")
                        .mode())
                .isEqualTo(Mode.WEBHOOK);
    }

    @Test
    void ratesBecomeAPaceAndZeroIsNoLimit() {
        Duration second = Duration.ofSeconds(1);
        assertThat(usable().rates().pace())
                .isEqualTo(new RateLimits(
                        new RateLimits.Limit(30, second),
                        new RateLimits.Limit(25, second),
                        new RateLimits.Limit(1, second),
                        3,
                        new RateLimits.Limit(20, Duration.ofMinutes(1))));
        assertThat(usable(
                                "TELEGRAM_RATE_PER_SECOND",
                                "0",
                                "TELEGRAM_CHAT_RATE_PER_SECOND",
                                "0",
                                "TELEGRAM_GROUP_RATE_PER_MINUTE",
                                "0")
                        .rates()
                        .pace())
                .isEqualTo(new RateLimits(null, null, null, 3, null));
        assertThat(usable("TELEGRAM_RATE_PER_SECOND", "10").rates().alertsPerSecond())
                .as("alerts never get more than all")
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "many", "99999999"})
    void aRateThatIsNoNumberIsNamed(String rate) {
        assertThat(refused("TELEGRAM_GROUP_RATE_PER_MINUTE", rate)).containsExactly("TELEGRAM_GROUP_RATE_PER_MINUTE");
    }

    @Test
    void neitherTokenNorSecretIsShown() {
        TelegramSettings settings =
                usable("TELEGRAM_WEBHOOK_URL", "https://bot.example.org/t", "TELEGRAM_WEBHOOK_SECRET", "hush-hush");
        assertThat(settings.toString()).doesNotContain(TOKEN).doesNotContain("hush-hush");
    }
}
