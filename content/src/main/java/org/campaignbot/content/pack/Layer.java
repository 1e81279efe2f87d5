package org.campaignbot.content.pack;

import java.util.List;
import java.util.Map;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder of {@code campaigns/}: a campaign, or what it inherits.
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

    /** A file of {@code flows/}, and the name of its flow. */
    record FlowFile(Node.Scalar name, Node.Mapping flow) {}
}
