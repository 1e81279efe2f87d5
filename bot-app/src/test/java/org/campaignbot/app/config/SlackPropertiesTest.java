package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.app.config.ServerSettings.Reading;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Mode;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.junit.jupiter.api.Test;

class SlackPropertiesTest {

    private static final String BOT = "SLACK_BOT_TOKEN=xoxb-1-2-abc";
    private static final String APP = "SLACK_APP_TOKEN=xapp-1-A1-2-abc";
    private static final String SECRET = "SLACK_SIGNING_SECRET=8f742231b10e8888abcd99yyyzzz85a5";
    private static final String ID = "SLACK_CLIENT_ID=1.2";
    private static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET=0123456789abcdef0123456789abcdef";
    private static final String REDIRECT = "SLACK_REDIRECT_URL=https://bot.example.org/slack/oauth_redirect";

    private static Reading read(String... settings) {
        Map<String, String> texts = new HashMap<>(Map.of("BOT_CONTENT", "../content"));
        Arrays.stream(settings).forEach(each -> {
            int sign = each.indexOf('=');
            texts.put(each.substring(0, sign), each.substring(sign + 1));
        });
        return ServerSettings.read(texts);
    }

    private static SlackSettings usable(String... settings) {
        Reading reading = read(settings);
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return Objects.requireNonNull(((Reading.Usable) reading).settings().slack());
    }

    private static List<String> refused(String... settings) {
        Reading reading = read(settings);
        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        return ((Reading.Unusable) reading)
                .problems().stream()
                        .map(each -> each.substring(0, each.indexOf(' ')))
                        .toList();
    }

    @Test
    void nothingSetIsNoSlack() {
        Reading reading = read("TELEGRAM_TOKEN=1:a", "SLACK_BOT_TOKEN= ");
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        assertThat(((Reading.Usable) reading).settings().slack()).isNull();
    }

    @Test
    void anAppTokenMeansSocketModeWhateverElseIsSet() {
        SlackSettings settings = usable(BOT, APP, SECRET);
        assertThat(settings.mode()).isEqualTo(Mode.SOCKET);
        assertThat(settings.api()).isEqualTo(SlackSettings.SLACK);
        assertThat(settings.command()).isEqualTo("/campaign");
        assertThat(settings.rates()).isEqualTo(Rates.DEFAULT);
    }

    @Test
    void aSigningSecretAloneMeansHttp() {
        assertThat(usable(BOT, SECRET).mode()).isEqualTo(Mode.HTTP);
    }

    @Test
    void manyWorkspacesHaveNoTokenInTheSettings() {
        SlackSettings settings = usable(SECRET, ID, CLIENT_SECRET, REDIRECT);
        assertThat(settings.botToken()).isNull();
        assertThat(settings.install()).isNotNull();
    }

    @Test
    void somethingMustArriveAndSomethingMustLeave() {
        assertThat(refused(BOT)).containsExactly("SLACK_APP_TOKEN");
        assertThat(refused(APP)).containsExactly("SLACK_BOT_TOKEN");
    }

    @Test
    void oneWorkspaceAndManyContradictEachOther() {
        assertThat(refused(BOT, SECRET, ID, CLIENT_SECRET, REDIRECT)).containsExactly("SLACK_BOT_TOKEN");
        assertThat(refused(APP, SECRET, ID, CLIENT_SECRET, REDIRECT)).containsExactly("SLACK_APP_TOKEN");
    }

    @Test
    void whatBelongsTogetherIsNamedWhereAPartIsMissing() {
        assertThat(refused(SECRET, ID)).containsExactly("SLACK_CLIENT_SECRET", "SLACK_REDIRECT_URL");
    }

    @Test
    void aMisspelledSettingIsNamed() {
        assertThat(refused(BOT, APP, "SLACK_SIGNINGSECRET=x")).containsExactly("SLACK_SIGNINGSECRET");
    }

    @Test
    void anotherKindOfTokenIsNotTaken() {
        assertThat(refused("SLACK_BOT_TOKEN=xoxp-1-2", APP)).containsExactly("SLACK_BOT_TOKEN");
        assertThat(refused(BOT, "SLACK_APP_TOKEN=xoxb-1-2")).containsExactly("SLACK_APP_TOKEN");
    }

    @Test
    void anotherWebApiIsEncryptedOrOnThisMachine() {
        assertThat(usable(BOT, APP, "SLACK_API_URL=http://127.0.0.1:8080/api").api())
                .isEqualTo(URI.create("http://127.0.0.1:8080/api/"));
        assertThat(refused(BOT, APP, "SLACK_API_URL=http://example.org/api/")).containsExactly("SLACK_API_URL");
    }

    @Test
    void theCommandHasASlashAndSmallLetters() {
        assertThat(usable(BOT, APP, "SLACK_COMMAND=/bill").command()).isEqualTo("/bill");
        assertThat(refused(BOT, APP, "SLACK_COMMAND=Bill")).containsExactly("SLACK_COMMAND");
    }

    @Test
    void aRateOfNoneIsNoLimit() {
        SlackSettings settings = usable(BOT, APP, "SLACK_CHANNEL_RATE_PER_SECOND=0", "SLACK_ALERT_RATE_PER_MINUTE=20");
        assertThat(settings.rates()).isEqualTo(new Rates(0, 20));
        assertThat(settings.rates().pace().chat()).isNull();
        assertThat(refused(BOT, APP, "SLACK_ALERT_RATE_PER_MINUTE=-1")).containsExactly("SLACK_ALERT_RATE_PER_MINUTE");
    }

    @Test
    void peopleComeBackToThePageThatIsServed() {
        assertThat(refused(SECRET, ID, CLIENT_SECRET, "SLACK_REDIRECT_URL=https://bot.example.org/oauth"))
                .containsExactly("SLACK_REDIRECT_URL");
    }

    @Test
    void nothingSecretIsShown() {
        String shown = usable(BOT, APP, SECRET).toString()
                + usable(SECRET, ID, CLIENT_SECRET, REDIRECT).install()
                + read("SLACK_BOT_TOKEN=xoxp-secret-of-ana", APP);
        assertThat(shown)
                .doesNotContain("xoxb-1")
                .doesNotContain("of-ana")
                .doesNotContain("xapp-1")
                .doesNotContain("8f74")
                .doesNotContain("0123456");
    }
}
