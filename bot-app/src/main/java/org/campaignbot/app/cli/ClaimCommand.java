package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates a one-time code that gives a role, or adds a sign-in. */
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a one-time code. Whoever types it to the bot in a private chat within 15 minutes gets the role.",
            "Without options it makes the first admin; then --name and --role make more organizers, and --sign-in lets one of "
                    + "them sign in from another account or platform."
        })
public final class ClaimCommand implements Callable<Integer> {

    private static final String FIRST_NAME = "Admin";

    @Option(names = "--name", paramLabel = "NAME", description = "What other organizers will see (default: Admin).")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "admin|organizer|viewer", description = "The role, where there is an admin.")
    private @Nullable String role;

    @Option(names = "--sign-in", paramLabel = "NAME", description = "One more sign-in for the organizer of that name.")
    private @Nullable String signIn;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (signIn != null && (name != null || role != null)) {
            throw new SettingProblem("--sign-in is for somebody who has a name and a role, so it takes neither.");
        }
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            Organizers organizers = commandContext.database().organizers();
            OneTimeCode code = OneTimeCode.random(new SecureRandom());
            Grant grant = grant(organizers);
            Optional<OrganizerRefusal> organizerRefusal =
                    organizers.invite(code, grant, Organizers.OPERATOR, commandContext.now());
            PrintWriter out = spec.commandLine().getOut();
            if (organizerRefusal.isPresent()) {
                spec.commandLine().getErr().println(words(organizerRefusal.get()));
                return 1;
            }
            out.println(code.text());
            out.println("Type it to the bot in a private chat within " + OneTimeCode.LIFETIME.toMinutes()
                    + " minutes. It works once, " + what(grant) + "; don't show it to anybody else.");
            return 0;
        }
    }

    private Grant grant(Organizers organizers) throws SettingProblem {
        if (signIn != null) {
            Organizer organizer = OrganizersCommand.named(organizers, signIn);
            return new Grant.SignIn(organizer.id());
        } else if (role == null) {
            return new Grant.FirstAdmin(name == null ? FIRST_NAME : name);
        } else if (name == null) {
            throw new SettingProblem("--role needs --name: other organizers will see who did what.");
        }
        return new Grant.Invited(role(role), name);
    }

    private static Role role(String typed) throws SettingProblem {
        try {
            return Role.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new SettingProblem("--role is admin, organizer or viewer, not \"" + typed + "\".");
        }
    }

    private static String what(Grant grant) {
        if (grant instanceof Grant.Invited invited) {
            return "and makes " + invited.name() + " " + (invited.role() == Role.VIEWER ? "a " : "an ")
                    + invited.role().word();
        }
        return grant instanceof Grant.FirstAdmin first
                ? "and makes the first admin, called " + first.name()
                : "and lets the same organizer sign in there too";
    }

    private static String words(OrganizerRefusal organizerRefusal) {
        return switch (organizerRefusal) {
            case ADMIN_THERE ->
                "There is an admin already. Name a role for a further organizer (--role and --name), or whose sign-in it is"
                        + " (--sign-in).";
            default -> OrganizersCommand.words(organizerRefusal);
        };
    }
}
