package org.campaignbot.content.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads the folder of a campaign and those of its kits. */
final class LayerReader {

    private final FolderReader reader;
    private final Problems problems;

    LayerReader(FolderReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /** The layers of a campaign from its folders, its own first. */
    List<Layer> read(List<Path> folders) {
        List<Layer> layers = new ArrayList<>();
        for (Path folder : folders) {
            layers.add(layer(folder, layers.isEmpty() ? null : layers.get(0).base()));
        }
        return layers;
    }

    private Layer layer(Path folder, @Nullable Language heir) {
        Path packFile = folder.resolve(PackFolders.FILE);
        Node root = reader.read(packFile);
        String name = FolderReader.name(packFile);
        Node pack = root == null ? new Node.Mapping(Place.startOf(name), List.of()) : root;
        Fields fields = Fields.closed(pack, Format.PACK, problems);
        List<Node.Scalar> languages = fields.texts("languages");
        Language base =
                !languages.isEmpty() ? new Language(languages.get(0).text()) : heir == null ? Language.ENGLISH : heir;
        Path records = folder.resolve("records.yaml");
        return new Layer(
                String.valueOf(folder.getFileName()),
                name,
                fields,
                base,
                Files.exists(records) ? reader.read(records) : null,
                flows(folder.resolve("flows")),
                words(folder.resolve("words")));
    }

    private List<Layer.FlowFile> flows(Path folder) {
        List<Layer.FlowFile> flows = new ArrayList<>();
        Map<String, Place> named = new HashMap<>();
        for (Path file : reader.files(folder)) {
            Node root = reader.read(file);
            if (root == null) {
                continue;
            }
            Node.Scalar name = Fields.open(root, "a flow", problems).requiredText("flow", root.place());
            if (name == null || !(root instanceof Node.Mapping flow)) {
                continue;
            }
            Names.check(name, "a flow", Names.RESERVED_FLOWS, problems);
            Place before = named.putIfAbsent(name.text(), name.place());
            if (before != null) {
                problems.add(
                        ProblemKind.DUPLICATE_FLOW,
                        name.place(),
                        "the flow \"" + name.text() + "\" stands in " + FolderReader.lastName(before.file()) + " too");
            } else {
                flows.add(new Layer.FlowFile(name, flow));
            }
        }
        return flows;
    }

    private Map<Language, Node> words(Path folder) {
        Map<Language, Node> words = new HashMap<>();
        List<Path> folders = reader.folders(folder);
        for (Path file : reader.files(folder, folders)) {
            add(words, new Language(FolderReader.stem(file)), file);
        }
        for (Path language : folders) {
            for (Path file : reader.files(language)) {
                add(words, new Language(String.valueOf(language.getFileName())), file);
            }
        }
        return words;
    }

    /** Adds a file of words to those of its language; each part may be in only one of them. */
    private void add(Map<Language, Node> words, Language language, Path file) {
        Node root = reader.read(file);
        if (root == null) {
            return;
        }
        if (!(words.get(language) instanceof Node.Mapping before) || !(root instanceof Node.Mapping more)) {
            words.put(language, root);
            return;
        }
        List<Node.Entry> entries = new ArrayList<>(before.entries());
        for (Node.Entry entry : more.entries()) {
            if (before.get(entry.name()) == null) {
                entries.add(entry);
            } else {
                problems.add(
                        ProblemKind.DUPLICATE_KEY,
                        entry.key().place(),
                        "the words of \"" + entry.name() + "\" stand in another file of this language too");
            }
        }
        words.put(language, new Node.Mapping(before.place(), entries));
    }
}
