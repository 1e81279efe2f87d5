package org.campaignbot.content.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.flow.Nearest;

/** The folders that a campaign is made of: its own in {@code campaigns/}, then those of its kits in {@code kits/}. */
public final class PackFolders {

    /** The file that makes a folder a campaign or a kit. */
    public static final String FILE = "pack.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    private final Path content;
    private final Problems problems;
    private final List<Path> folders = new ArrayList<>();
    private final Set<Path> done = new HashSet<>();
    private final Set<Path> open = new HashSet<>();
    private boolean whole = true;

    private PackFolders(Path content, Problems problems) {
        this.content = content;
        this.problems = problems;
    }

    /**
     * The folders of a campaign in the order in which they replace each other: the campaign, then the kits that it names, each
     * before the kits that it needs itself.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param problems where a folder that isn't there is reported
     * @return none if one of the folders is missing, since all that should come from it would also be reported as missing
     */
    public static List<Path> of(Path content, String campaign, Problems problems) {
        PackFolders all = new PackFolders(content, problems);
        Path campaigns = content.resolve("campaigns");
        all.add(
                campaigns,
                campaign,
                Place.startOf(campaigns.toString().replace('\\', '/') + "/" + campaign),
                "campaign");
        return all.whole ? List.copyOf(all.folders) : List.of();
    }

    private void add(Path tier, String name, Place asked, String what) {
        if (!NAME.matcher(name).matches() || !Files.isDirectory(tier.resolve(name))) {
            problems.add(
                    ProblemKind.NO_CAMPAIGN,
                    asked,
                    "there is no " + what + " \"" + name + "\"",
                    Nearest.fix(name, names(tier)));
            whole = false;
            return;
        }
        Path folder = tier.resolve(name);
        if (!open.add(folder)) {
            problems.add(
                    ProblemKind.NO_CAMPAIGN, asked, "the kit \"" + name + "\" needs itself", "take it out of kits");
            whole = false;
        } else if (done.add(folder)) {
            List<Node.Scalar> kits = kits(folder);
            // From the last to the first, each in front of the ones before: so a kit stands before those that it needs.
            for (int i = kits.size() - 1; i >= 0; i--) {
                add(content.resolve("kits"), kits.get(i).text(), kits.get(i).place(), "kit");
            }
            folders.add(0, folder);
        }
        open.remove(folder);
    }

    /** The kits that a pack.yaml names; whoever reads the whole file reports what else is wrong with it. */
    private static List<Node.Scalar> kits(Path folder) {
        Path file = folder.resolve(FILE);
        Problems reportedLater = new Problems();
        byte[] bytes = PackFile.read(folder, file, reportedLater);
        Node root = bytes == null ? null : YamlFile.read(file.toString().replace('\\', '/'), bytes, reportedLater);
        Node named = root instanceof Node.Mapping pack ? pack.get("kits") : null;
        List<Node> items =
                named instanceof Node.Sequence list ? list.items() : named == null ? List.of() : List.of(named);
        return items.stream()
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .toList();
    }

    private static List<String> names(Path tier) {
        try (Stream<Path> folders = Files.list(tier)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
