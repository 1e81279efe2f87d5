package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignbot.people.Language;
import org.campaignbot.telegram.Introduction.Command;
import org.campaignbot.telegram.Introduction.Words;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroductionTest {

    private static final Words ENGLISH = new Words(
            List.of(new Command("help", "What I can do"), new Command("stop", "End our talk")),
            List.of(new Command("help", "What I can do")),
            "I help you call Congress.",
            "Calls Congress");
    private static final Words SPANISH = new Words(
            List.of(new Command("help", "Lo que puedo hacer")), List.of(), "Le ayudo a llamar.", "Llama al Congreso");

    private static final Introduction BOTH =
            new Introduction(Language.ENGLISH, Map.of(Language.ENGLISH, ENGLISH, Language.SPANISH, SPANISH));

    private final FakeBotApi server = FakeBotApi.start();
    private final TelegramBot bot = Bots.polling(server, new RecordingOperator());

    @AfterEach
    void end() {
        assertThat(server.violations()).isEmpty();
        bot.close();
        server.close();
    }

    private long writes() {
        return server.log().calls().stream()
                .map(Call::method)
                .filter(method -> method.startsWith("set") || method.startsWith("delete"))
                .count();
    }

    @Test
    void commandsAndDescriptionsAreGivenInEachLanguageAndInNone() {
        TelegramBot.Introduced introduced = bot.introduce(BOTH);
        assertThat(introduced.problems()).isEmpty();
        assertThat(server.said("description", "")).isEqualTo("I help you call Congress.");
        assertThat(server.said("description", "es")).isEqualTo("Le ayudo a llamar.");
        assertThat(server.said("short_description", "es")).isEqualTo("Llama al Congreso");
        assertThat(server.said("menu_button", "")).isEqualTo("commands");
        List<String> given =
                server.log().calls("setMyCommands").stream().map(Call::raw).toList();
        assertThat(given).anyMatch(raw -> raw.contains("all_private_chats") && raw.contains("\"es\""));
        assertThat(given).anyMatch(raw -> raw.contains("all_private_chats") && !raw.contains("language_code"));
        assertThat(given).anyMatch(raw -> raw.contains("all_group_chats") && raw.contains("\"en\""));
        assertThat(introduced.changed()).isEqualTo((int) writes());
    }

    @Test
    void whatIsTheSameIsNotGivenAgain() {
        bot.introduce(BOTH);
        long before = writes();
        assertThat(bot.introduce(BOTH)).isEqualTo(new TelegramBot.Introduced(0, List.of()));
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void commandsThatAreNoMoreAreTakenAway() {
        bot.introduce(BOTH);
        Words fewer = new Words(ENGLISH.inPrivate(), List.of(), ENGLISH.description(), ENGLISH.shortDescription());
        TelegramBot.Introduced introduced =
                bot.introduce(new Introduction(Language.ENGLISH, Map.of(Language.ENGLISH, fewer)));
        assertThat(introduced).isEqualTo(new TelegramBot.Introduced(2, List.of()));
        assertThat(server.log().calls("deleteMyCommands")).hasSize(2);
    }

    @Test
    void wordsThatTelegramWouldRefuseAreNamedAndNothingIsAsked() {
        Words wrong = new Words(
                List.of(new Command("Help", "x"), new Command("stop", ""), new Command("stop", "x".repeat(257))),
                List.of(),
                "x".repeat(513),
                "x".repeat(121));
        TelegramBot.Introduced introduced =
                bot.introduce(new Introduction(Language.SPANISH, Map.of(Language.ENGLISH, wrong)));
        assertThat(introduced.problems()).hasSize(7);
        assertThat(server.log().calls()).isEmpty();
    }

    @Test
    void whatTelegramRefusesIsToldAndTheRestIsGiven() {
        server.faults().next(1).of("setMyDescription").tooManyRequests(30);
        TelegramBot.Introduced introduced = bot.introduce(BOTH);
        assertThat(introduced.problems()).hasSize(1);
        assertThat(server.said("short_description", "")).isEqualTo("Calls Congress");
        assertThat(bot.introduce(BOTH).problems()).isEmpty();
    }
}
