package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest extends FakeBotApiCase {

    @Test
    void commandsAreKeptForEachScopeAndLanguage() throws Exception {
        String commands = "\"commands\":[{\"command\":\"help\",\"description\":\"What I can do\"}]";
        bot.call("setMyCommands", "{" + commands + "}");
        bot.call(
                "setMyCommands",
                "{" + commands + ",\"language_code\":\"es\",\"scope\":{\"type\":\"all_private_chats\"}}");
        assertThat(bot.call("getMyCommands", "{}").result()).hasSize(1);
        assertThat(bot.call("getMyCommands", "{\"language_code\":\"es\"}").result())
                .isEmpty();
        bot.call("deleteMyCommands", "{}");
        assertThat(bot.call("getMyCommands", "{}").result()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Help | d | BOT_COMMAND_INVALID",
                "my-data | d | BOT_COMMAND_INVALID",
                "'' | d | command must be non-empty",
                "help | '' | command description must be non-empty",
                "abcdefghijklmnopqrstuvwxyz1234567 | d | command length must not exceed 32"
            })
    void aCommandHasItsForm(String name, String description, String words) throws Exception {
        var parameters = Json.object();
        parameters.putArray("commands").addObject().put("command", name).put("description", description);
        assertThat(bot.call("setMyCommands", parameters).description()).isEqualTo("Bad Request: " + words);
    }

    @Test
    void scopesAndLanguagesAreKnown() throws Exception {
        assertThat(bot.call("getMyCommands", "{\"language_code\":\"spanish\"}").description())
                .isEqualTo("Bad Request: invalid language code specified");
        assertThat(bot.call("getMyCommands", "{\"scope\":{\"type\":\"everyone\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(bot.call("getMyCommands", "{\"scope\":{\"type\":\"chat\",\"chat_id\":4711}}")
                        .description())
                .isEqualTo("Bad Request: chat not found");
    }

    @Test
    void whatTheBotSaysOfItselfIsKeptAndMeasured() throws Exception {
        bot.call("setMyShortDescription", "{\"short_description\":\"Ayuda\",\"language_code\":\"es\"}");
        assertThat(api.said("short_description", "es")).isEqualTo("Ayuda");
        bot.call("setMyDescription", "{\"description\":\"" + "a".repeat(512) + "\"}");
        bot.call("setChatMenuButton", "{\"menu_button\":{\"type\":\"commands\"}}");
        assertThat(api.said("menu_button", "")).isEqualTo("commands");
        assertThat(api.violations()).isEmpty();
        bot.call("setMyShortDescription", "{\"short_description\":\"" + "a".repeat(121) + "\"}");
        bot.call("setMyName", "{\"name\":\"" + "a".repeat(65) + "\"}");
        assertThat(api.violations()).hasSize(2);
    }
}
