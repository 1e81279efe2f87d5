package org.campaignbot.content.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Reads paragraphs.yaml, which describes the paragraphs of the campaign's page. */
final class ParagraphsReader {

    private ParagraphsReader() {}

    /** Reads the file of a campaign; null if there is no such file. */
    static @Nullable Paragraphs read(Path campaign, FolderReader folders, Problems problems) {
        Path file = campaign.resolve("paragraphs.yaml");
        Node root = Files.exists(file) ? folders.read(file) : null;
        if (root == null) {
            return null;
        }
        Fields fields = Fields.closed(root, Format.PARAGRAPHS, problems);
        Node.Scalar count = fields.text("count");
        Map<String, Place> layout = new LinkedHashMap<>();
        for (Node.Entry entry :
                Fields.open(fields.node("layout"), "layout", problems).entries()) {
            layout.put(entry.name(), entry.key().place());
        }
        if (count == null) {
            return null;
        }
        return new Paragraphs(Integer.parseInt(count.text()), layout, fields.placeOf("count"));
    }
}
