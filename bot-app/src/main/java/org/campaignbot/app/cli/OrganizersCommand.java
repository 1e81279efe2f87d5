package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.Organizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists organizers, and revokes roles. */
@Command(
        name = "organizers",
        mixinStandardHelpOptions = true,
        description = "Shows who organizes, with their roles and where they sign in; ./bot claim makes more of them.")
public final class OrganizersCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Write a JSON list.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            List<Organizer> all = commandContext.database().organizers().all();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonOutput.write(
                        all.stream().map(OrganizersCommand::row).toList()));
            } else if (all.isEmpty()) {
                out.println("Nobody organizes yet. ./bot claim makes the first admin.");
            } else {
                all.forEach(each -> out.println(each.name() + "   "
                        + each.role().word() + " since " + each.since() + ", signs in on " + places(each)));
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Takes somebody's role and sign-ins away.")
    int remove(@Parameters(paramLabel = "NAME", description = "The organizer, as they are listed.") String name)
            throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            Organizers organizers = commandContext.database().organizers();
            Organizer organizer = named(organizers, name);
            Optional<OrganizerRefusal> organizerRefusal =
                    organizers.remove(organizer.id(), Organizers.OPERATOR, commandContext.now());
            if (organizerRefusal.isPresent()) {
                spec.commandLine().getErr().println(words(organizerRefusal.get()));
                return 1;
            }
            spec.commandLine().getOut().println("Removed: " + organizer.name() + " organizes no more.");
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows what was done about organizers, the latest first.")
    int audit() throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            PrintWriter out = spec.commandLine().getOut();
            commandContext
                    .database()
                    .organizers()
                    .audit()
                    .forEach(each -> out.println(each.at() + "  " + each.by() + "  "
                            + each.act()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' ') + "  "
                            + each.whom()));
            return 0;
        }
    }

    /** Finds an organizer by name, ignoring case. */
    static Organizer named(Organizers organizers, String name) throws SettingProblem {
        return organizers.all().stream()
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new SettingProblem(
                        "Nobody called \"" + name + "\" organizes. ./bot organizers lists who does."));
    }

    /** Explains a refusal in words. */
    static String words(OrganizerRefusal organizerRefusal) {
        return switch (organizerRefusal) {
            case LAST_ADMIN ->
                "Without them there would be no admin. Make another one first: ./bot claim --role admin --name NAME";
            case NAME_TAKEN -> "Another organizer is called so. Choose another name.";
            case BAD_NAME -> "A name is one line of 1 to 60 characters.";
            case NOBODY -> "There is no such organizer any more. ./bot organizers lists who there is.";
            default -> "This was not done: " + organizerRefusal.word() + ".";
        };
    }

    private static String places(Organizer organizer) {
        return String.join(
                ", ",
                organizer.signIns().stream().map(Organizer.SignIn::channel).toList());
    }

    private static Map<String, Object> row(Organizer organizer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", organizer.name());
        row.put("role", organizer.role().word());
        row.put("since", organizer.since().toString());
        row.put(
                "sign_ins",
                organizer.signIns().stream().map(Organizer.SignIn::channel).toList());
        return row;
    }
}
