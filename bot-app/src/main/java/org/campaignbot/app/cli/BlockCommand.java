package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.organizers.BlockedPerson;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Person;
import org.campaignbot.storage.Database;
import org.campaignbot.telegram.TelegramBot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Blocks a person, or lists who is blocked. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the bot answer somebody no more, but for a cry for help. Without arguments it lists blocks and mutes.",
            "Only a keyed hash of the person is kept, which stays when they have themselves forgotten."
        })
public final class BlockCommand implements Callable<Integer> {

    private static final Pattern TELEGRAM_ID = Pattern.compile("[1-9][0-9]{0,15}");

    @Parameters(index = "0", arity = "0..1", paramLabel = "PLATFORM", description = "telegram")
    private @Nullable String platform;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The person's number on that platform.")
    private @Nullable String id;

    @Option(names = "--json", description = "Write a JSON list.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            PrintWriter out = spec.commandLine().getOut();
            if (platform == null) {
                list(commandContext.database(), out);
                return 0;
            }
            Person person = person(platform, id);
            commandContext.database().blocks().block(person, Organizers.OPERATOR, commandContext.now());
            out.println("Blocked as " + mark(commandContext.database(), person)
                    + ". ./bot unblock lifts it, by that mark or by the id.");
            return 0;
        }
    }

    private void list(Database database, PrintWriter out) {
        List<BlockedPerson> all = database.blocks().all();
        if (json) {
            out.println(JsonOutput.write(all.stream().map(BlockCommand::row).toList()));
        } else if (all.isEmpty()) {
            out.println("Nobody is blocked or muted.");
        } else {
            all.forEach(
                    each -> out.println(each.mark() + "   " + (each.chat() == null ? "blocked" : "muted in one chat")
                            + " since " + each.since() + " by " + each.by()));
        }
    }

    /**
     * A person, by platform and user number.
     *
     * @throws SettingProblem if it can't be anyone's number
     */
    static Person person(String platform, @Nullable String id) throws SettingProblem {
        if (!platform.equals(TelegramBot.CHANNEL)) {
            throw new SettingProblem("There is no platform \"" + platform + "\". Write " + TelegramBot.CHANNEL + ".");
        } else if (id == null || !TELEGRAM_ID.matcher(id).matches()) {
            // Don't quote it: what was typed may be a person's name.
            throw new SettingProblem("A person on Telegram has a number, which the person's own app or a bot such as"
                    + " @userinfobot tells; a name will not do.");
        }
        return new Person(platform, id);
    }

    /** A person's mark in the list of blocks. */
    static String mark(Database database, Person person) {
        return database.persons().of(person);
    }

    private static Map<String, Object> row(BlockedPerson blockedPerson) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("mark", blockedPerson.mark());
        row.put("kind", blockedPerson.chat() == null ? "blocked" : "muted");
        row.put("since", blockedPerson.since().toString());
        row.put("by", blockedPerson.by());
        return row;
    }
}
