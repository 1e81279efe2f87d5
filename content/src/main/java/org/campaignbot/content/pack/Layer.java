package org.campaignbot.content.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder: a campaign, or one of its kits.
 *
 * @param id the name of the folder
 * @param packFile the path of its pack.yaml
 * @param pack the content of that file
 * @param base the language that its flows are written in
 * @param records the content of records.yaml, or null
 * @param flows its flows, in the order of their files
 * @param words its translations by language
 */
record Layer(
        String id,
        String packFile,
        Fields pack,
        Language base,
        @Nullable Node records,
        List<FlowFile> flows,
        Map<Language, Node> words) {

    Layer {
        flows = List.copyOf(flows);
        words = Map.copyOf(words);
    }

    /** The folder as a path in the content, such as {@code kits/care}. */
    String folder() {
        Path own = Objects.requireNonNull(Path.of(packFile).getParent());
        return Objects.requireNonNull(own.getParent()).getFileName() + "/" + own.getFileName();
    }

    Layer withFlows(List<FlowFile> others) {
        return new Layer(id, packFile, pack, base, records, others, words);
    }

    Layer withWords(Map<Language, Node> others) {
        return new Layer(id, packFile, pack, base, records, flows, others);
    }

    /** A file of {@code flows/}, and the name of its flow. */
    record FlowFile(Node.Scalar name, Node.Mapping flow) {}
}
