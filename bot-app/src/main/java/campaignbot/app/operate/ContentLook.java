package campaignbot.app.operate;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Content;
import campaignbot.directory.Congress;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Pack;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Looks at the campaign's pack and at the age of the tables. */
final class ContentLook {

    /** Members die, resign and are sworn in all year; after so long some name is likely to be wrong. */
    private static final long OLD_DAYS = 180;

    private final Content content;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    ContentLook(Content content, InstantSource clock) {
        this.content = content;
        this.clock = clock;
    }

    List<Finding> findings() {
        try {
            Pack pack = Campaign.pack(content);
            findings.add(Finding.ok(
                    "content", "The pack of " + pack.id() + " can be read (revision " + pack.revision() + ")."));
        } catch (Content.BrokenContent broken) {
            findings.add(Finding.problem("content", first(broken), "./bot check shows all that is wrong."));
        }
        try {
            look(content.freshDirectory(clock).get());
        } catch (Content.BrokenContent broken) {
            findings.add(Finding.problem("tables", first(broken), "./bot check shows all that is wrong."));
        }
        return findings;
    }

    private void look(Directory directory) {
        LocalDate today = EasternTime.dateAt(clock.instant());
        long age = ChronoUnit.DAYS.between(directory.asOf(), today);
        findings.add(
                age > OLD_DAYS
                        ? Finding.warning(
                                "tables",
                                "The tables of lawmakers are of " + directory.asOf() + ", " + age + " days old.",
                                "Renew them: ./bot directory refresh --help")
                        : Finding.ok("tables", "The tables of lawmakers are of " + directory.asOf() + "."));
        int congress = Congress.number(today);
        findings.add(
                directory.mapNumber() == congress
                        ? Finding.ok(
                                "map",
                                "The map of districts is that of the " + congress + "th Congress, which sits now.")
                        : Finding.warning(
                                "map",
                                "The map of districts is that of the " + directory.mapNumber() + "th Congress, and the "
                                        + congress + "th sits now.",
                                "Put its map in force: ./bot directory refresh --help"));
        directory
                .boundaryProblem()
                .ifPresent(problem -> findings.add(Finding.problem(
                        "map", "Its boundaries cannot be read: " + problem, "./bot check shows more.")));
    }

    private static String first(Content.BrokenContent broken) {
        return broken.problems().isEmpty()
                ? "It cannot be read."
                : broken.problems().get(0).toString();
    }
}
