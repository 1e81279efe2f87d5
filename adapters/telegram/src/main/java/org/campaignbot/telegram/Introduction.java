package org.campaignbot.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.people.Language;

/**
 * What people see of the bot before it has said a word: its commands and descriptions.
 *
 * @param fallback the language shown to people who speak none of the others
 * @param byLanguage the words in each language, including {@code fallback}
 */
public record Introduction(Language fallback, Map<Language, Words> byLanguage) {

    private static final int COMMANDS = 100;
    private static final int COMMAND_DESCRIPTION = 256;
    private static final int DESCRIPTION = 512;
    private static final int SHORT_DESCRIPTION = 120;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");

    public Introduction {
        byLanguage = Map.copyOf(byLanguage);
    }

    /**
     * A command in the menu.
     *
     * @param name without the slash: 1 to 32 of a-z, 0-9 and _
     * @param description what it does, at most 256 characters
     */
    public record Command(String name, String description) {}

    /**
     * The words in one language.
     *
     * @param inPrivate the commands of private chats, at most 100
     * @param inGroups those of groups, at most 100; empty for none
     * @param description shown in an empty chat before "Start", at most 512 characters
     * @param shortDescription shown on the bot's page and beside links to it, at most 120 characters
     */
    public record Words(List<Command> inPrivate, List<Command> inGroups, String description, String shortDescription) {
        public Words {
            inPrivate = List.copyOf(inPrivate);
            inGroups = List.copyOf(inGroups);
        }
    }

    /** What Telegram would refuse, as sentences; empty if all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!byLanguage.containsKey(fallback)) {
            problems.add("There are no words in the fallback language " + fallback + ".");
        }
        byLanguage.forEach((language, words) -> {
            if (!language.code().matches("[a-z]{2}")) {
                problems.add("Telegram knows languages by two letters, not \"" + language + "\".");
            }
            commands(problems, language + ", private chats", words.inPrivate());
            commands(problems, language + ", groups", words.inGroups());
            limit(problems, language + ": the description", words.description(), DESCRIPTION);
            limit(problems, language + ": the short description", words.shortDescription(), SHORT_DESCRIPTION);
        });
        return problems;
    }

    private static void commands(List<String> problems, String where, List<Command> commands) {
        if (commands.size() > COMMANDS) {
            problems.add(where + ": there are more than " + COMMANDS + " commands.");
        }
        Set<String> names = new HashSet<>();
        for (Command command : commands) {
            if (!NAME.matcher(command.name()).matches()) {
                problems.add(
                        where + ": the command \"" + command.name() + "\" has other characters than a-z, 0-9 and _.");
            } else if (!names.add(command.name())) {
                problems.add(where + ": the command \"" + command.name() + "\" is there twice.");
            }
            if (command.description().isBlank()) {
                problems.add(where + ": the command \"" + command.name() + "\" has no description.");
            }
            limit(
                    problems,
                    where + ": the description of \"" + command.name() + "\"",
                    command.description(),
                    COMMAND_DESCRIPTION);
        }
    }

    private static void limit(List<String> problems, String what, String text, int limit) {
        if (text.length() > limit) {
            problems.add(what + " has " + text.length() + " characters; " + limit + " are allowed.");
        }
    }
}
