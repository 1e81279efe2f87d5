package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.people.Language;
import org.campaignbot.telegram.BotApi.Answer;
import org.campaignbot.telegram.Introduction.Command;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.menubutton.GetChatMenuButton;
import org.telegram.telegrambots.meta.api.methods.menubutton.SetChatMenuButton;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.menubutton.MenuButtonCommands;

/** Sends Telegram the bot's commands and descriptions, but only those that differ, since changes are rate-limited. */
final class Introducer {

    private final BotApi api;
    private final List<String> problems = new ArrayList<>();
    private int changed;

    private Introducer(BotApi api) {
        this.api = api;
    }

    /** Introduces the bot; if the introduction has problems, Telegram isn't called. */
    static TelegramBot.Introduced introduce(BotApi api, Introduction introduction) {
        Introducer introducer = new Introducer(api);
        introducer.problems.addAll(introduction.problems());
        if (introducer.problems.isEmpty()) {
            introducer.words(
                    null, Objects.requireNonNull(introduction.byLanguage().get(introduction.fallback())));
            introduction.byLanguage().forEach(introducer::words);
            introducer.menu();
        }
        return new TelegramBot.Introduced(introducer.changed, introducer.problems);
    }

    private void words(@Nullable Language language, Introduction.Words words) {
        String code = language == null ? null : language.code();
        commands(new BotCommandScopeAllPrivateChats(), code, words.inPrivate());
        commands(new BotCommandScopeAllGroupChats(), code, words.inGroups());
        JsonNode description = ask(GetMyDescription.builder().languageCode(code).build());
        if (differs(description, "description", words.description())) {
            change(SetMyDescription.builder()
                    .languageCode(code)
                    .description(words.description())
                    .build());
        }
        JsonNode shortDescription =
                ask(GetMyShortDescription.builder().languageCode(code).build());
        if (differs(shortDescription, "short_description", words.shortDescription())) {
            change(SetMyShortDescription.builder()
                    .languageCode(code)
                    .shortDescription(words.shortDescription())
                    .build());
        }
    }

    private void commands(BotCommandScope scope, @Nullable String code, List<Command> wanted) {
        JsonNode present =
                ask(GetMyCommands.builder().scope(scope).languageCode(code).build());
        if (present == null) {
            return;
        }
        List<Command> there = new ArrayList<>();
        present.forEach(each -> there.add(new Command(
                each.path("command").asText(), each.path("description").asText())));
        if (there.equals(wanted)) {
            return;
        }
        if (wanted.isEmpty()) {
            change(DeleteMyCommands.builder().scope(scope).languageCode(code).build());
            return;
        }
        List<BotCommand> commands = wanted.stream()
                .map(each -> new BotCommand(each.name(), each.description()))
                .toList();
        change(SetMyCommands.builder()
                .commands(commands)
                .scope(scope)
                .languageCode(code)
                .build());
    }

    private void menu() {
        JsonNode present = ask(new GetChatMenuButton());
        if (differs(present, "type", "commands")) {
            change(SetChatMenuButton.builder()
                    .menuButton(MenuButtonCommands.builder().build())
                    .build());
        }
    }

    private static boolean differs(@Nullable JsonNode present, String field, String wanted) {
        return present != null && !present.path(field).asText("").equals(wanted);
    }

    private @Nullable JsonNode ask(PartialBotApiMethod<?> method) {
        Answer answer = api.call(method);
        if (answer instanceof Answer.Done done) {
            return done.result();
        }
        problems.add(method.getMethod() + ": " + TelegramBot.why(answer));
        return null;
    }

    private void change(PartialBotApiMethod<?> method) {
        if (ask(method) != null) {
            changed++;
        }
    }
}
