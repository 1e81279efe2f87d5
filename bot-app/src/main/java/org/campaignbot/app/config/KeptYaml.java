package org.campaignbot.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads this installation's own YAML files: maps of strings, and lists of those maps, one level deep. */
final class KeptYaml {

    private final Map<String, Node> parts = new LinkedHashMap<>();

    /**
     * The sections of a file.
     *
     * @throws Broken if it isn't YAML or isn't a map; empty input is an empty map
     */
    KeptYaml(Path file, byte[] bytes) throws Broken {
        if (bytes.length == 0) {
            return;
        }
        Problems problems = new Problems();
        Node root = YamlFile.read(file.toString(), bytes, problems);
        if (problems.hasErrors()) {
            throw new Broken(problems.sorted().get(0).toString());
        }
        if (!(root instanceof Node.Mapping mapping)) {
            throw new Broken(file + ":1:1: this isn't a map of settings");
        }
        mapping.entries().forEach(entry -> parts.put(entry.name(), entry.value()));
    }

    /** The text of a section, or null if it is missing. */
    @Nullable
    String text(String part) throws Broken {
        Node node = parts.get(part);
        return node == null ? null : text(node);
    }

    /** The strings of a map by key. */
    Map<String, String> map(String part) throws Broken {
        Node node = parts.get(part);
        return node == null ? Map.of() : map(node);
    }

    /** The maps of a list. */
    List<Map<String, String>> list(String part) throws Broken {
        Node node = parts.get(part);
        List<Map<String, String>> list = new ArrayList<>();
        if (node != null && !(node instanceof Node.Sequence)) {
            throw new Broken(where(node.place()) + "a list is needed here");
        } else if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                list.add(map(item));
            }
        }
        return list;
    }

    private static Map<String, String> map(Node node) throws Broken {
        if (!(node instanceof Node.Mapping mapping)) {
            throw new Broken(where(node.place()) + "a map is needed here");
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            map.put(entry.name(), text(entry.value()));
        }
        return map;
    }

    private static String text(Node node) throws Broken {
        if (!(node instanceof Node.Scalar scalar)) {
            throw new Broken(where(node.place()) + "a text is needed here");
        }
        return scalar.text();
    }

    private static String where(Place place) {
        return place.file() + ":" + place.line() + ":" + place.column() + ": ";
    }

    /** Says where a file is broken. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }
}
