package org.campaignbot.content.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Reads paragraphs.yaml, which describes the paragraphs of the campaign's page. */
final class ParagraphsReader {

    private static final Set<String> KEYS = Set.of("page", "count", "layout");

    private ParagraphsReader() {}

    /** Reads the file of a campaign; null if there is no such file. */
    static @Nullable Paragraphs read(Path campaign, FolderReader folders, Problems problems) {
        Path file = campaign.resolve("paragraphs.yaml");
        Node root = Files.exists(file) ? folders.read(file) : null;
        if (root == null) {
            return null;
        }
        Fields fields = Fields.closed(root, "paragraphs.yaml", KEYS, problems);
        Node.Scalar count = fields.requiredText("count", root.place());
        Map<String, Place> layout = new LinkedHashMap<>();
        for (Node.Entry entry :
                Fields.open(fields.node("layout"), "layout", problems).entries()) {
            layout.put(entry.name(), entry.key().place());
        }
        if (count == null || !count.text().matches("[1-9]\\d{0,3}")) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    count == null ? root.place() : count.place(),
                    "\"count\" must be a number of paragraphs",
                    "write a whole number from 1 to 9999");
            return null;
        }
        return new Paragraphs(Integer.parseInt(count.text()), layout, fields.placeOf("count"));
    }
}
