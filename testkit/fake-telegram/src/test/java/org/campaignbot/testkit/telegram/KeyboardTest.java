package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyboardTest extends FakeBotApiCase {

    @Test
    void buttonsAreLoggedAsTheyAreShown() throws Exception {
        bot.withMarkup(ANA.id(), """
                {"inline_keyboard":[[{"text":"Yes","callback_data":"y"},{"text":"No","callback_data":"n"}],
                [{"text":"Site","url":"https://example.org/a"}],[{"text":"Copy","copy_text":{"text":"+1-202-224-3121"}}]]}""");
        Call call = api.log().messagesTo(ANA.id()).get(0);
        assertThat(call.labels()).containsExactly("Yes", "No", "Site", "Copy");
        assertThat(call.buttons().get(2)).containsExactly(new Button("Copy", "copy_text", "+1-202-224-3121"));
        assertThat(call.markup()).isEqualTo(Markup.INLINE);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void callbackDataIsAtMost64BytesOfUtf8() throws Exception {
        assertThat(pressable("a".repeat(64)).status()).isEqualTo(200);
        assertThat(pressable("\u00e9".repeat(32)).status()).isEqualTo(200);
        assertThat(pressable("\u00e9".repeat(33)).description()).isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(pressable("").description())
                .isEqualTo(
                        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }

    @Test
    void aLinkLeadsToTheWebOrIntoTelegram() throws Exception {
        assertThat(linking("tg://user?id=1").status()).isEqualTo(200);
        assertThat(linking("https://t.me/share/url?url=https%3A%2F%2Fexample.org")
                        .status())
                .isEqualTo(200);
        assertThat(linking("tel:+12022243121").description())
                .isEqualTo(
                        "Bad Request: inline keyboard button URL 'tel:+12022243121' is invalid: Unsupported URL protocol");
        assertThat(linking("http://localhost:8080/").description()).endsWith("is invalid: Wrong HTTP URL");
        assertThat(api.violations()).isEmpty();
        linking("https://t.me/campaign_test_bot?start=a%20b");
        assertThat(api.violations()).hasSize(1);
    }

    @Test
    void aMiniAppIsOpenedOverHttpsAndInPrivateOnly() throws Exception {
        String app = inline("{\"text\":\"Open\",\"web_app\":{\"url\":\"https://bot.example.org/app\"}}");
        assertThat(bot.withMarkup(ANA.id(), app).status()).isEqualTo(200);
        assertThat(api.lastShown(ANA.id()).buttons())
                .containsExactly(List.of(new Button("Open", "web_app", "https://bot.example.org/app")));
        assertThat(bot.withMarkup(ANA.id(), app.replace("https", "http")).description())
                .isEqualTo("Bad Request: inline keyboard button Web App URL 'http://bot.example.org/app' is invalid:"
                        + " Only HTTPS links are allowed");
        assertThat(bot.withMarkup(ANA.id(), app.replace("bot.example.org", "localhost"))
                        .status())
                .isEqualTo(400);
        api.talk(ANA, Group.supergroup(-1001)).says("hello");
        assertThat(bot.withMarkup(-1001, app).description()).isEqualTo("Bad Request: BUTTON_TYPE_INVALID");
    }

    @Test
    void aMiniAppIsToldInItsAddressWhoOpenedIt() throws Exception {
        Talk talk = api.talk(ANA);
        assertThatThrownBy(() -> talk.opens("Open", Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        bot.withMarkup(ANA.id(), inline("{\"text\":\"Open\",\"web_app\":{\"url\":\"https://bot.example.org/app\"}}"));
        String address = talk.opens("Open", Instant.ofEpochSecond(1_700_000_000));
        assertThat(address)
                .startsWith("https://bot.example.org/app#tgWebAppData=query_id%3D")
                .contains("%26auth_date%3D1700000000%26", "%2522id%2522%253A" + ANA.id(), "&tgWebAppVersion=");
        assertThat(talk.opens("Open", Instant.ofEpochSecond(1_700_000_000)))
                .as("each press is told apart")
                .isNotEqualTo(address);
    }

    @Test
    void aKeyboardHasAtMostAHundredButtonsAndEightInARow() throws Exception {
        assertThat(bot.withMarkup(ANA.id(), rows(12, 8)).status()).isEqualTo(200);
        assertThat(bot.withMarkup(ANA.id(), rows(1, 9)).description())
                .isEqualTo("Bad Request: reply markup is too long");
        assertThat(bot.withMarkup(ANA.id(), rows(101, 1)).status()).isEqualTo(400);
    }

    @Test
    void aButtonHasWordsAndExactlyOneAction() throws Exception {
        assertThat(bot.withMarkup(ANA.id(), inline("{\"text\":\"\",\"callback_data\":\"a\"}"))
                        .description())
                .isEqualTo("Bad Request: inline keyboard button text must be non-empty");
        bot.withMarkup(ANA.id(), inline("{\"text\":\"a\",\"callback_data\":\"a\",\"url\":\"https://example.org\"}"));
        bot.withMarkup(ANA.id(), inline("{\"text\":\"a\",\"callback_data\":\"a\",\"colour\":\"red\"}"));
        assertThat(api.violations()).hasSize(2);
        assertThat(bot.withMarkup(
                                ANA.id(),
                                inline("{\"text\":\"a\",\"copy_text\":{\"text\":\"" + "a".repeat(257) + "\"}}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyOnePersonIsAskedForALocationOrContact() throws Exception {
        String location =
                "{\"keyboard\":[[{\"text\":\"Where I am\",\"request_location\":true}]],\"resize_keyboard\":true}";
        assertThat(bot.withMarkup(ANA.id(), location).status()).isEqualTo(200);
        assertThat(api.lastShown(ANA.id()).buttons())
                .containsExactly(List.of(new Button("Where I am", "request_location", "")));
        api.talk(ANA, Group.supergroup(-1001)).says("hello");
        assertThat(bot.withMarkup(-1001, location).description())
                .isEqualTo("Bad Request: location can be requested in private chats only");
        assertThat(bot.withMarkup(-1001, location.replace("location", "contact"))
                        .description())
                .isEqualTo("Bad Request: phone number can be requested in private chats only");
        bot.withMarkup(ANA.id(), "{\"keyboard\":[[\"a\"]],\"input_field_placeholder\":\"" + "a".repeat(65) + "\"}");
        assertThat(api.violations()).hasSize(1);
    }

    private BareBot.Reply pressable(String data) throws Exception {
        return bot.withMarkup(ANA.id(), inline("{\"text\":\"a\",\"callback_data\":\"" + data + "\"}"));
    }

    private BareBot.Reply linking(String url) throws Exception {
        return bot.withMarkup(ANA.id(), inline("{\"text\":\"a\",\"url\":\"" + url + "\"}"));
    }

    private static String inline(String button) {
        return "{\"inline_keyboard\":[[" + button + "]]}";
    }

    private static String rows(int rows, int each) {
        String row = IntStream.range(0, each)
                .mapToObj(index -> "{\"text\":\"" + index + "\",\"callback_data\":\"" + index + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"inline_keyboard\":[" + String.join(",", Collections.nCopies(rows, row)) + "]}";
    }
}
