package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.CampaignCheck;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.Problem;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Severity;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a campaign's pack and the fact tables. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a campaign's pack and the fact tables: each problem with file, line, column and how to fix it.",
            "Ends with 1 where there is an error; warnings alone end with 0."
        })
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CAMPAIGN", arity = "0..1", description = "The campaign; by default the one being served.")
    private @Nullable String name;

    @Option(
            names = "--release",
            description = "Name besides what must be set or verified before a launch; this alone changes no exit code.")
    private boolean release;

    @Option(
            names = "--translate",
            paramLabel = "LANGUAGE",
            description =
                    "Print what is missing or stale in a language, as files of words to fill in, and check nothing.")
    private @Nullable String translate;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content(name);
        if (translate != null) {
            return translate(content, new Language(translate));
        }
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        CampaignCheck check = CampaignCheck.of(content, today);
        int code = report(content, check.problems());
        if (release && check.pack() != null) {
            try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
                report(new ReleaseCheck(check.pack(), kept.current(), today));
            }
        }
        return code;
    }

    private int translate(Content content, Language language) {
        DirectoryTables.Result tables = DirectoryTables.read(content.tables());
        if (tables instanceof DirectoryTables.Result.Broken broken) {
            return report(content, broken.problems());
        }
        Deferred<Directory> directory = Deferred.of(() -> ((DirectoryTables.Result.Read) tables).directory());
        return skeleton(
                PackReader.read(content.folder(), content.campaign(), Campaign.vocabulary(directory)), language);
    }

    private int skeleton(PackRead read, Language language) {
        PrintWriter out = spec.commandLine().getOut();
        if (read.pack() == null || !read.pack().languages().contains(language)) {
            read.errors().forEach(out::println);
            out.println(
                    read.pack() == null
                            ? "The pack has errors; fix them first."
                            : "The pack does not list the language \"" + language
                                    + "\". Add it to languages in pack.yaml.");
            return 1;
        }
        String skeleton = read.outline().skeleton(language);
        out.print(skeleton.isEmpty() ? "# Nothing is missing or stale in \"" + language + "\".\n" : skeleton);
        out.flush();
        return 0;
    }

    private void report(ReleaseCheck check) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> missing = check.missing();
        missing.forEach(each -> out.println("before a launch: " + each));
        out.println(missing.size() + (missing.size() == 1 ? " thing" : " things")
                + " to set or verify before a launch, and the warnings above to look at.");
    }

    private int report(Content content, List<Problem> problems) {
        PrintWriter out = spec.commandLine().getOut();
        problems.forEach(problem ->
                out.println(ProblemKind.severity(problem) == Severity.ERROR ? problem : "warning: " + problem));
        long errors = problems.stream()
                .filter(problem -> ProblemKind.severity(problem) == Severity.ERROR)
                .count();
        out.println(content.campaign() + ": " + errors + (errors == 1 ? " error, " : " errors, ")
                + (problems.size() - errors) + (problems.size() - errors == 1 ? " warning." : " warnings."));
        return errors == 0 ? 0 : 1;
    }

    /** Lists what an organization must still set or verify before it opens its bot to people. */
    static final class ReleaseCheck {

        /** Numbers that need no verification: emergency services, the crisis lifeline, and the Capitol switchboard (from senate.gov). */
        private static final Set<String> KNOWN = Set.of("911", "988", "202-224-3121");

        private static final Map<String, String> CONTACTS = Map.of(
                "lobby-contact", "who to ask about visiting a lawmaker",
                "human-contact", "who to ask to talk to a person");

        private final Version settings;
        private final Pack pack;
        private final LocalDate today;

        ReleaseCheck(Pack pack, Version settings, LocalDate today) {
            this.settings = settings;
            this.pack = PackInForce.of(pack, settings, today);
            this.today = today;
        }

        /** What is missing, each as a sentence that says how to fix it. */
        List<String> missing() {
            List<String> missing = new ArrayList<>();
            new TreeMap<>(CONTACTS).forEach((key, about) -> {
                if (settings.value(key) == null) {
                    missing.add(key + " is not set: " + about + " — ./bot settings set " + key + " \"NAME <MAIL>\"");
                }
            });
            if (settings.value(Catalog.APPROVED_ON) == null) {
                missing.add("approved-on is not set, so the bot says that it is unofficial"
                        + " — ./bot settings set approved-on DAY, once the organization of the campaign has agreed");
            }
            pack.records().forEach((name, value) -> {
                if (value instanceof Value.Row row && row.fields().get("kind") instanceof Value.Text kind) {
                    record(name, kind.text(), row, missing);
                }
            });
            return missing;
        }

        private void record(String name, String kind, Value.Row row, List<String> missing) {
            Value number = row.fields().get("number");
            String digits = number instanceof Value.Phone phone
                    ? phone.number()
                    : number instanceof Value.Code code ? code.text() : "";
            if (kind.equals("number") && !KNOWN.contains(digits) && !isVerified(row)) {
                missing.add(name + " (" + digits + ") was not verified in the last " + PackInForce.VERIFIED_DAYS
                        + " days — call it, then ./bot settings set " + name + ".verified_on DAY --by NAME");
            }
            if (row.fields().get("url_status") instanceof Value.Text status) {
                link(name, status.text(), row, missing);
            }
            if (row.fields().get("review_after") instanceof Value.Day review && today.isAfter(review.date())) {
                missing.add(name + " was to be looked at again after " + review.date()
                        + " — check it, then ./bot settings set " + name + ".review_after DAY --as-of DAY");
            }
        }

        private static void link(String name, String status, Value.Row row, List<String> missing) {
            String opened = "./bot settings set " + name + ".opened_on DAY --by NAME";
            String address = row.fields().get("link") instanceof Value.Link link
                    ? link.address().toString()
                    : "";
            if (status.equals("fallback")) {
                missing.add(name + " leads to a page that leads there, because its address is not known"
                        + " — ./bot settings set " + name + ".url ADDRESS --as-of DAY, then " + opened);
            } else if (!status.equals(Catalog.OPENED)) {
                missing.add(name + " was never opened by a person: open " + address + " — then " + opened);
            }
        }

        private boolean isVerified(Value.Row row) {
            return row.fields().get("verified_on") instanceof Value.Day verified
                    && !today.isAfter(verified.date().plusDays(PackInForce.VERIFIED_DAYS));
        }
    }
}
