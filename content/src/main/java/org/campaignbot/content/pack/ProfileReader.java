package org.campaignbot.content.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.format.NodeKind.Form;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Reads from pack.yaml how the bot presents itself; an heir's words come first, and the rest is inherited. */
final class ProfileReader {

    private static final int MOST_COMMANDS = 100;

    private static final String PACK = "pack";
    private static final String ORDER = "command-order";
    private static final String TEXT = "text";
    private static final String DESCRIPTION = "description";

    private final PlainTexts texts;
    private final Outline outline;
    private final Problems problems;
    private final Set<String> flows;

    ProfileReader(Translations translations, Outline outline, Set<String> flows, Problems problems) {
        this.texts = new PlainTexts(translations, outline, problems);
        this.outline = outline;
        this.flows = flows;
        this.problems = problems;
    }

    Profile read(List<Layer> layers) {
        return new Profile(
                commands(layers),
                text(layers, "about"),
                text(layers, DESCRIPTION),
                location(layers),
                form(layers),
                install(layers));
    }

    private List<Command> commands(List<Layer> layers) {
        Map<String, Command> commands = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Node.Entry entry : Fields.open(layer.pack().node("commands"), "commands", problems)
                    .entries()) {
                Command command = commands.containsKey(entry.name()) ? null : command(layer, entry);
                if (command != null) {
                    commands.put(command.name(), command);
                }
            }
        }
        List<Command> ordered = new ArrayList<>();
        for (Node.Scalar name : layers.get(0).pack().texts(ORDER)) {
            Command command = commands.remove(name.text());
            if (command == null) {
                problems.add(
                        ProblemKind.UNKNOWN_VALUE,
                        name.place(),
                        "there is no command \"" + name.text() + "\"",
                        Nearest.fix(name.text(), commands.keySet()));
            } else {
                ordered.add(command);
            }
        }
        ordered.addAll(commands.values());
        if (ordered.size() > MOST_COMMANDS) {
            problems.add(
                    ProblemKind.TEXT_TOO_LONG,
                    layers.get(0).pack().placeOf("commands"),
                    "there are " + ordered.size() + " commands; a platform takes " + MOST_COMMANDS);
        }
        return List.copyOf(ordered);
    }

    private @Nullable Command command(Layer layer, Node.Entry entry) {
        Place place = entry.key().place();
        String name = entry.name();
        outline.put(place, PACK, "commands", name);
        if (!name.matches(Format.COMMAND_NAME)) {
            problems.add(
                    ProblemKind.BAD_VALUE,
                    place,
                    "\"" + name + "\" cannot name a command",
                    "take at most 32 lower-case letters, digits and underscores");
        }
        Fields fields = Fields.closed(entry, Format.COMMAND, problems);
        Node.Scalar flow = fields.text("flow");
        Node.Scalar description = fields.text(DESCRIPTION);
        if (flow != null && !flows.contains(flow.text())) {
            problems.add(
                    ProblemKind.UNKNOWN_FLOW,
                    flow.place(),
                    "there is no flow \"" + flow.text() + "\"",
                    Nearest.fix(flow.text(), flows));
        }
        if (flow == null || description == null) {
            return null;
        }
        Map<String, Node.Scalar> source = Map.of(TEXT, description);
        Value.Translated words = read(
                        layer,
                        place,
                        source,
                        Map.of(TEXT, longest(Format.COMMAND.key(DESCRIPTION))),
                        PACK,
                        "commands",
                        name)
                .get(TEXT);
        return words == null ? null : new Command(name, flow.text(), words, fields.yes("groups"));
    }

    private Value.@Nullable Translated text(List<Layer> layers, String key) {
        for (Layer layer : layers) {
            Node.Scalar text = layer.pack().text(key);
            if (text != null) {
                Place place = layer.pack().placeOf(key);
                return read(layer, place, Map.of(TEXT, text), Map.of(TEXT, longest(Format.PACK.key(key))), PACK, key)
                        .get(TEXT);
            }
        }
        return null;
    }

    private Profile.@Nullable FormWords form(List<Layer> layers) {
        Map<String, Value.Translated> words = words(layers, Format.FORM_WORDS);
        Value.Translated open = words.get("open");
        Value.Translated send = words.get("send");
        Value.Translated cancel = words.get("cancel");
        Value.Translated tooLong = words.get("too-long");
        Value.Translated read = words.get("read");
        return open == null || send == null || cancel == null || tooLong == null || read == null
                ? null
                : new Profile.FormWords(open, send, cancel, tooLong, read);
    }

    private Profile.@Nullable LocationWords location(List<Layer> layers) {
        Map<String, Value.Translated> words = words(layers, Format.LOCATION);
        Value.Translated button = words.get("button");
        Value.Translated invite = words.get("invite");
        Value.Translated thanks = words.get("thanks");
        return button == null || invite == null || thanks == null
                ? null
                : new Profile.LocationWords(button, invite, thanks);
    }

    private Profile.@Nullable InstallWords install(List<Layer> layers) {
        Map<String, Value.Translated> words = words(layers, Format.INSTALL);
        Value.Translated done = words.get("done");
        Value.Translated failed = words.get("failed");
        Value.Translated absent = words.get("absent");
        return done == null || failed == null || absent == null ? null : new Profile.InstallWords(done, failed, absent);
    }

    /** Words that belong together, by their keys, from the first layer that has them; reports missing ones. */
    private Map<String, Value.Translated> words(List<Layer> layers, NodeKind kind) {
        for (Layer layer : layers) {
            if (layer.pack().has(kind.what())) {
                Place place = layer.pack().placeOf(kind.what());
                Fields fields = Fields.closed(layer.pack().node(kind.what()), place, kind, problems);
                Map<String, Node.Scalar> sources = new LinkedHashMap<>();
                Map<String, Integer> longest = new HashMap<>();
                for (NodeKind.Key key : kind.keys()) {
                    longest.put(key.name(), longest(key));
                    Node.Scalar text = fields.text(key.name());
                    if (text != null) {
                        sources.put(key.name(), text);
                    }
                }
                return read(layer, place, sources, longest, PACK, kind.what());
            }
        }
        return Map.of();
    }

    private static int longest(NodeKind.Key key) {
        return key.form() instanceof Form.Plain plain ? plain.longest() : 0;
    }

    private Map<String, Value.Translated> read(
            Layer layer, Place place, Map<String, Node.Scalar> sources, Map<String, Integer> longest, String... path) {
        return texts.read(layer, place, sources, (key, text) -> said(text, longest.getOrDefault(key, 0)), path);
    }

    /** A text as platforms show it: keeps paragraphs, and replaces line breaks within one by spaces. */
    private String said(Node.Scalar source, int longest) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : source.text().strip().split("\\n\\s*\\n", -1)) {
            paragraphs.add(paragraph.strip().replaceAll("\\s+", " "));
        }
        String text = String.join("\n\n", paragraphs);
        if (text.length() > longest) {
            problems.add(
                    ProblemKind.TEXT_TOO_LONG,
                    source.place(),
                    "this has " + text.length() + " characters; " + longest + " are the most");
        }
        return text;
    }
}
