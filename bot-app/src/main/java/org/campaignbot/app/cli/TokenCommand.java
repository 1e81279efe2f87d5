package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens with which programs act for organizers. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a program act for an organizer, by a token (docs/web.md).",
            "Without a command it lists the tokens; only a hash of each is stored."
        })
public final class TokenCommand implements Callable<Integer> {

    private static final int LONGEST_PURPOSE = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return list(false);
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Makes a token and shows it once. What it writes counts as the organizer's own work.")
    int make(
            @Option(
                            names = "--for",
                            required = true,
                            paramLabel = "NAME",
                            description = "The organizer it acts for, as ./bot organizers lists them.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "viewer|organizer",
                            defaultValue = "viewer",
                            description = "The most it may do: viewer reads, organizer also counts and drafts.")
                    String role,
            @Option(names = "--purpose", paramLabel = "WORDS", description = "What it's for, to know it by later.")
                    @Nullable
                    String purpose)
            throws Exception {
        try (CommandContext context = CommandContext.open(Shell.of(spec))) {
            Organizer organizer = OrganizersCommand.named(context.database().organizers(), name);
            ApiToken token = ApiToken.random(new SecureRandom());
            Optional<ApiTokens.Issued> issued = context.database()
                    .apiTokens()
                    .issue(token, organizer.id(), role(role), purpose(purpose), context.now());
            PrintWriter out = spec.commandLine().getOut();
            if (issued.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(organizer.name() + " is only "
                                + organizer.role().word() + ", and a token can't do more than its organizer.");
                return 1;
            }
            out.println(token.text());
            out.println("It acts for " + organizer.name() + " as "
                    + issued.get().role().word()
                    + ", until ./bot token revoke " + issued.get().id()
                    + ". Treat it like a password: it isn't shown again.");
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the tokens, without their secrets.")
    int list(@Option(names = "--json", description = "Write a JSON list.") boolean json) throws Exception {
        try (CommandContext context = CommandContext.open(Shell.of(spec))) {
            List<ApiTokens.Issued> all = context.database().apiTokens().all();
            List<Organizer> organizers = context.database().organizers().all();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonOutput.write(
                        all.stream().map(each -> row(each, organizers)).toList()));
            } else if (all.isEmpty()) {
                out.println("There is no token. ./bot token new --for NAME makes one.");
            } else {
                all.forEach(each -> out.println(each.id() + "   " + each.role().word() + " for "
                        + OrganizerRules.author(organizers, each.organizer()) + " since " + each.since()
                        + (each.purpose().isEmpty() ? "" : ": " + each.purpose())));
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Ends a token at once.")
    int revoke(@Parameters(paramLabel = "ID", description = "The token, as ./bot token lists it.") String id)
            throws Exception {
        try (CommandContext context = CommandContext.open(Shell.of(spec))) {
            if (!context.database().apiTokens().revoke(id, context.now())) {
                throw new SettingProblem("There is no token \"" + id + "\". ./bot token lists them.");
            }
            spec.commandLine().getOut().println("Revoked: " + id + " works no more.");
            return 0;
        }
    }

    private static Role role(String typed) throws SettingProblem {
        if (typed.equals(Role.VIEWER.word()) || typed.equals(Role.ORGANIZER.word())) {
            return Role.valueOf(typed.toUpperCase(Locale.ROOT));
        }
        throw new SettingProblem("--role is viewer or organizer, not \"" + typed + "\".");
    }

    private static String purpose(@Nullable String typed) throws SettingProblem {
        String words = typed == null ? "" : typed.strip();
        if (words.length() > LONGEST_PURPOSE || words.chars().anyMatch(Character::isISOControl)) {
            throw new SettingProblem("--purpose is one line of at most " + LONGEST_PURPOSE + " characters.");
        }
        return words;
    }

    private static Map<String, Object> row(ApiTokens.Issued issued, List<Organizer> organizers) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", issued.id());
        row.put("organizer", OrganizerRules.author(organizers, issued.organizer()));
        row.put("role", issued.role().word());
        row.put("purpose", issued.purpose());
        row.put("since", issued.since().toString());
        return row;
    }
}
