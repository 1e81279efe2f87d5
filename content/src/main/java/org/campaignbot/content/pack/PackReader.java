package org.campaignbot.content.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFile;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.content.yaml.YamlFile;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.Repair;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.AlertTopics;
import org.jspecify.annotations.Nullable;

/** Reads the folder of a campaign, and those of its kits, into a compiled pack. */
public final class PackReader {

    private final Problems problems = new Problems();
    private final PackVocabulary packVocabulary;

    private PackReader(PackVocabulary packVocabulary) {
        this.packVocabulary = packVocabulary;
    }

    /**
     * Reads a campaign; never throws, whatever its files contain or lack.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param campaign the name of the campaign's folder
     * @param packVocabulary what the pack may refer to by name
     */
    public static PackRead read(Path content, String campaign, PackVocabulary packVocabulary) {
        return new PackReader(packVocabulary).read(content, campaign);
    }

    private PackRead read(Path content, String campaign) {
        List<Path> own = PackFolders.of(content, campaign, problems);
        if (own.isEmpty()) {
            Place nowhere = Place.startOf(FolderReader.name(content.resolve("campaigns")) + "/" + campaign);
            return new PackRead(null, problems.sorted(), new Outline(nowhere));
        }
        FolderReader folders = new FolderReader(content, problems);
        List<Layer> layers = new LayerReader(folders, problems).read(own);
        Outline outline = new Outline(Place.startOf(layers.get(0).packFile()));
        outline.told(
                packVocabulary.told().values().stream().flatMap(Set::stream).toList());
        outline.put(ParagraphsReader.read(own.get(0), folders, problems));
        own.forEach(folder -> folders.include(folder.resolve("questions")));
        readMeanings(own, outline);
        Pack pack = pack(layers, new WordsMerge(layers, problems).merged(), outline, folders.revision());
        return new PackRead(problems.hasErrors() ? null : pack, problems.sorted(), outline);
    }

    /** Reads what free questions can mean; what's wrong in those files is reported where questions are read. */
    private static void readMeanings(List<Path> folders, Outline outline) {
        Set<String> meanings = new HashSet<>();
        for (Path folder : folders) {
            Path file = folder.resolve("questions").resolve("answers.yaml");
            Problems reportedLater = new Problems();
            byte[] bytes = Files.exists(file) ? PackFile.read(folder, file, reportedLater) : null;
            Node root = bytes == null ? null : YamlFile.read(file.toString(), bytes, reportedLater);
            Fields fields = Fields.open(root, "answers.yaml", reportedLater);
            for (Node.Entry answer : Fields.open(fields.node("answers"), "answers", reportedLater)
                    .entries()) {
                meanings.add(answer.name());
                outline.answer(answer.name(), answer.key().place());
                Fields.open(answer.value(), answer.name(), reportedLater)
                        .texts("leads-to")
                        .forEach(place -> meanings.add(place.text()));
            }
            for (Node.Entry flow :
                    Fields.open(fields.node("parts"), "parts", reportedLater).entries()) {
                Fields.open(flow.value(), flow.name(), reportedLater)
                        .entries()
                        .forEach(step -> outline.part(
                                flow.name() + "/" + step.name(), step.key().place()));
            }
            // A step of the help, or an answer that leads elsewhere.
            for (Node.Entry help : Fields.open(fields.node("follow-ups"), "follow-ups", reportedLater)
                    .entries()) {
                Fields.open(help.value(), help.name(), reportedLater).entries().forEach(step -> {
                    meanings.add(step.name());
                    outline.followUp(help.name() + "/" + step.name(), step.key().place());
                });
            }
        }
        outline.meanings(meanings);
    }

    /** Compiles layers whose words are merged; {@code asWritten} is what their files say. */
    private @Nullable Pack pack(List<Layer> asWritten, List<Layer> layers, Outline outline, String revision) {
        Layer top = layers.get(0);
        List<Language> languages = languages(top);
        Translations translations = new Translations(layers, languages, complete(top, languages), problems);
        Map<String, Fact> facts = new FactReader(problems).read(layers);
        Map<String, Value.Row> records = new RecordReader(translations, outline, problems).read(layers);
        List<StepValue> given = new ArrayList<>(RepairFacts.GIVEN);
        packVocabulary.steps().values().forEach(step -> given.addAll(step.gives()));
        given.addAll(packVocabulary.results());
        Set<String> flowNames = layers.stream()
                .flatMap(layer -> layer.flows().stream())
                .map(file -> file.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        new ActionFlows(outline, problems).check(records, flowNames, fixed(top));
        Names names = new Names(facts, records, given, flowNames);
        WordsReader words = new WordsReader(names, problems);
        Compilation compilation =
                new Compilation(problems, packVocabulary, names, words, translations, outline, flowNames);
        Map<String, Flow> flows = flows(layers, compilation);
        names.resolve(problems);
        Map<String, Value> all = new LinkedHashMap<>(records);
        all.put(AlertTopics.RECORD, new AlertTopicsReader(translations, outline, problems).read(layers));
        Profile profile = new ProfileReader(translations, outline, flowNames, problems).read(layers);
        new StrayWords(flows, records.keySet(), profile, languages, problems).check(asWritten);
        TranslationScope translationScope =
                new TranslationScope(compilation, top, "the pack", outline.of(), Format.PACK_WORDS, "pack");
        Wording title = line(top, translationScope, "title");
        Wording menuLabel = line(top, translationScope, "menu-label");
        translationScope.done(SourceHash.of(top.pack().node("title"), top.pack().node("menu-label")));
        String start = flow(top, "start", flowNames);
        String menu = flow(top, "menu", flowNames);
        return problems.hasErrors()
                ? null
                : new Pack(top.id(), revision, title, languages, start, menu, menuLabel, flows, facts, all, profile);
    }

    /** The flows that must always be open. */
    private static Set<String> fixed(Layer top) {
        Set<String> fixed = new HashSet<>(Repair.FLOWS);
        fixed.addAll(List.of(Repair.CLOSED_ACTION, Repair.MEMBERS_ONLY, Repair.INTRODUCTION));
        for (String key : List.of("start", "menu")) {
            Node.Scalar flow = top.pack().text(key);
            if (flow != null) {
                fixed.add(flow.text());
            }
        }
        return fixed;
    }

    private List<Language> languages(Layer top) {
        List<Language> languages = top.pack().texts("languages").stream()
                .map(text -> new Language(text.text()))
                .distinct()
                .toList();
        if (languages.isEmpty()) {
            top.pack().required("languages", Place.startOf(top.packFile()));
            return List.of(Language.ENGLISH);
        }
        return languages;
    }

    private Set<Language> complete(Layer top, List<Language> languages) {
        for (Node.Scalar text : top.pack().texts("unreviewed")) {
            problems.add(
                    ProblemKind.UNREVIEWED_LANGUAGE,
                    text.place(),
                    "no native reader has checked the words in \"" + text.text() + "\" yet");
        }
        Set<Language> complete = new HashSet<>();
        for (Node.Scalar text : top.pack().texts("complete")) {
            Language language = new Language(text.text());
            if (!languages.contains(language)) {
                problems.add(
                        ProblemKind.UNLISTED_LANGUAGE, text.place(), "\"" + language + "\" is not under languages");
            }
            complete.add(language);
        }
        return complete;
    }

    private Map<String, Flow> flows(List<Layer> layers, Compilation compilation) {
        Map<String, Flow> flows = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Layer.FlowFile file : layer.flows()) {
                if (!flows.containsKey(file.name().text())) {
                    Flow flow = new FlowReader(compilation, layer, file).read();
                    if (flow != null) {
                        flows.put(flow.name(), flow);
                    }
                }
            }
        }
        return flows;
    }

    private Wording line(Layer top, TranslationScope translationScope, String key) {
        Node.Scalar text = top.pack().requiredText(key, Place.startOf(top.packFile()));
        return text == null
                ? new Wording(Map.of(top.base(), new Words.Said(new Template(List.of()))), top.base())
                : translationScope.line(text, key);
    }

    private String flow(Layer top, String key, Set<String> flows) {
        Node.Scalar name = top.pack().requiredText(key, Place.startOf(top.packFile()));
        if (name != null && !flows.contains(name.text())) {
            problems.add(
                    ProblemKind.UNKNOWN_FLOW,
                    name.place(),
                    "there is no flow \"" + name.text() + "\"",
                    Nearest.fix(name.text(), flows));
        }
        return name == null ? "" : Objects.requireNonNull(name.text());
    }

    /** Reads paragraphs.yaml, which describes the paragraphs of the campaign's page. */
    static final class ParagraphsReader {

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

    /** Checks that the flow of an action exists, belongs to it alone, and may be closed. */
    static final class ActionFlows {

        private final Outline outline;
        private final Problems problems;

        ActionFlows(Outline outline, Problems problems) {
            this.outline = outline;
            this.problems = problems;
        }

        /** Checks the records of a pack; {@code fixed} has the flows that must always be open. */
        void check(Map<String, Value.Row> records, Set<String> flows, Set<String> fixed) {
            Map<String, String> actions = new HashMap<>();
            records.forEach((name, record) -> {
                Action action = Action.of(name, record);
                String flow = action == null ? "" : action.flow();
                Place place = outline.of("records", name);
                String other = flow.isEmpty() ? null : actions.putIfAbsent(flow, name);
                if (!flow.isEmpty() && !flows.contains(flow)) {
                    problems.add(
                            ProblemKind.UNKNOWN_FLOW,
                            place,
                            "the action \"" + name + "\" names the flow \"" + flow + "\", which is not there",
                            Nearest.fix(flow, flows));
                } else if (fixed.contains(flow)) {
                    problems.add(
                            ProblemKind.BAD_VALUE,
                            place,
                            "the flow \"" + flow + "\" can never be closed, so it cannot be that of \"" + name + "\"",
                            "name the flow that takes people through the action");
                } else if (other != null) {
                    problems.add(
                            ProblemKind.BAD_VALUE,
                            place,
                            "the flow \"" + flow + "\" is that of \"" + other + "\" already",
                            "give each action a flow of its own");
                }
            });
        }
    }
}
