package org.campaignbot.content.understanding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.FilesDigest;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFile;
import org.campaignbot.content.yaml.YamlFile;
import org.campaignbot.flow.Nearest;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads the folder {@code questions/} of a campaign and of its kits. */
final class QuestionsReader {

    private static final String ANSWERS = "answers.yaml";
    private static final String MORE = "examples.tsv";
    private static final String APART = "told-apart-from";
    private static final Set<String> KEYS = Set.of("answers", "signs", "faint-signs", "never-answered", APART);
    private static final Pattern NAMED_LIST = Pattern.compile("\\[([^\\]]*)\\]");

    private final Problems problems;
    private final Map<String, Questions.Answer> answers = new LinkedHashMap<>();
    private final List<Placed> examples = new ArrayList<>();
    private final Set<String> apart = new HashSet<>();
    private boolean own;
    private boolean isApart;
    private final Map<Language, Map<String, String>> titles = new HashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Set<String> danger = new HashSet<>();
    private final List<Questions.Sign> signs = new ArrayList<>();
    private final List<Questions.Sign> faintSigns = new ArrayList<>();
    private final Set<String> neverAnswered = new HashSet<>();
    private final List<Named> namedAnswers = new ArrayList<>();
    private final List<Named> namedLists = new ArrayList<>();

    /** An example and where it was read: in the campaign's own folder, in which language, in a table or not. */
    private record Placed(Questions.Example example, boolean own, boolean table, String language) {}

    /** A name that is used somewhere, looked up once all files are read. */
    private record Named(String name, Place place) {}

    QuestionsReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The kits that the questions of some folders are told apart from, though the campaign doesn't name them. Their examples keep
     * one danger from being taken for the other; their answers lead nowhere.
     */
    static List<Path> toldApartFrom(List<Path> folders) {
        List<Path> apart = new ArrayList<>();
        for (Path folder : folders) {
            Path file = folder.resolve("questions").resolve(ANSWERS);
            Problems reportedLater = new Problems();
            byte[] bytes = Files.exists(file) ? PackFile.read(folder, file, reportedLater) : null;
            Node root = bytes == null ? null : YamlFile.read(name(file), bytes, reportedLater);
            Node named = root instanceof Node.Mapping answers ? answers.get(APART) : null;
            for (Node.Scalar kit :
                    named == null ? List.<Node.Scalar>of() : new QuestionsReader(reportedLater).texts(named)) {
                Path other = folder.resolveSibling(kit.text());
                if (!folders.contains(other) && !apart.contains(other) && Files.isDirectory(other)) {
                    apart.add(other);
                }
            }
        }
        return apart;
    }

    /** Reads the questions of some folders. A folder without questions is no problem. */
    Questions read(List<Path> folders) {
        return read(folders, true);
    }

    /** Reads them with or without their tables of examples, which aren't needed once they have been learned. */
    Questions read(List<Path> folders, boolean tables) {
        List<Path> others = toldApartFrom(folders);
        for (Path folder : Stream.concat(folders.stream(), others.stream()).toList()) {
            own = folder.equals(folders.get(0));
            isApart = others.contains(folder);
            Path questions = folder.resolve("questions");
            if (Files.isDirectory(questions)) {
                answers(file(folder, questions.resolve(ANSWERS)));
                for (Path file : languages(questions)) {
                    language(new Language(stem(file)), file(folder, file));
                }
                if (tables) {
                    moreExamples(folder, questions.resolve(MORE));
                }
            }
        }
        Set<String> ids = new LinkedHashSet<>(answers.keySet());
        ids.add(Matched.NONE);
        unknown(namedAnswers, ids, "there is no answer \"");
        unknown(namedLists, words.keySet(), "there is no list of words \"");
        Comparator<Questions.Sign> byAnswer = Comparator.comparing(Questions.Sign::answer);
        return new Questions(
                List.copyOf(answers.values()),
                Set.copyOf(apart),
                inOrder(),
                titles,
                words,
                danger,
                signs.stream().sorted(byAnswer).toList(),
                faintSigns.stream().sorted(byAnswer).toList(),
                neverAnswered);
    }

    /**
     * The examples in the order in which they are learned, which changes what is learned a little: so it doesn't depend on how
     * the kits are cut. A campaign's own come first, as written; then the kits' calm ones, dangers and those of no answer,
     * language by language; then their tables.
     */
    private List<Questions.Example> inOrder() {
        List<String> ids = List.copyOf(answers.keySet());
        Comparator<Placed> written = Comparator.comparing(Placed::language)
                .thenComparingInt(each -> {
                    Questions.Answer answer = answers.get(each.example.answer());
                    return answer == null ? 2 : answer.urgent() ? 1 : 0;
                })
                .thenComparingInt(each -> ids.indexOf(each.example.answer()));
        Comparator<Placed> tables =
                Comparator.comparing((Placed each) -> each.example.answer()).thenComparing(Placed::language);
        return Stream.of(
                        examples.stream().filter(Placed::own),
                        examples.stream()
                                .filter(each -> !each.own && !each.table)
                                .sorted(written),
                        examples.stream()
                                .filter(each -> !each.own && each.table)
                                .sorted(tables))
                .flatMap(each -> each)
                .map(Placed::example)
                .toList();
    }

    /** The files of languages: people ask in any of them, whichever languages the pack has. */
    private List<Path> languages(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> stem(file).matches("[a-z]{2,3}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(ProblemKind.UNREADABLE_FILE, Place.startOf(name(folder)), "this folder cannot be read");
            return List.of();
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : "";
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private void unknown(List<Named> used, Set<String> known, String message) {
        for (Named each : used) {
            if (!known.contains(each.name)) {
                problems.add(
                        ProblemKind.UNKNOWN_VALUE,
                        each.place,
                        message + each.name + "\"",
                        Nearest.mend(each.name, known));
            }
        }
    }

    private Node.@Nullable Mapping file(Path folder, Path file) {
        byte[] bytes = PackFile.read(folder, file, problems);
        return bytes == null ? null : mapping(YamlFile.read(name(file), bytes, problems));
    }

    /**
     * A word that changes if any question file of some folders changes.
     *
     * @throws IOException if one can't be read
     */
    static String digest(List<Path> folders) throws IOException {
        FilesDigest digest = new FilesDigest();
        for (Path folder : folders) {
            Path questions = folder.resolve("questions");
            if (Files.isDirectory(questions)) {
                try (Stream<Path> files = Files.list(questions)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        byte[] bytes = PackFile.read(folder, file, new Problems());
                        if (bytes != null) {
                            digest.add(file, bytes);
                        }
                    }
                }
            }
        }
        return digest.word();
    }

    /** Reads the table of further examples, if there is one: an answer, a language and a question per line. */
    private void moreExamples(Path folder, Path file) {
        byte[] bytes = Files.exists(file) ? PackFile.read(folder, file, problems) : null;
        if (bytes == null) {
            return;
        }
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String[] cells = line.strip().split("\t", -1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Place place = new Place(name(file), number, 1);
            if (cells.length == 3) {
                namedAnswers.add(new Named(cells[0], place));
                examples.add(new Placed(new Questions.Example(cells[0], cells[2]), own, true, cells[1]));
            } else {
                problems.add(
                        ProblemKind.WRONG_TYPE,
                        place,
                        "this must be an answer, a language and a question",
                        "put a tab between them");
            }
        }
    }

    private void answers(Node.@Nullable Mapping root) {
        for (Node.Entry key : entries(root, KEYS)) {
            if (key.name().equals("answers")) {
                for (Node.Entry answer : entries(mapping(key.value()), Set.of())) {
                    if (answers.putIfAbsent(answer.name(), answer(answer)) == null && isApart) {
                        apart.add(answer.name());
                    }
                }
            } else if (key.name().equals("never-answered")) {
                for (Node.Scalar text : texts(key.value())) {
                    List<String> never = lists(text.text(), ",", text);
                    neverAnswered.addAll(isApart ? List.of() : never);
                }
            } else if (!key.name().equals(APART)) {
                // A sign of a danger that leads nowhere here makes no other one likelier.
                List<Questions.Sign> kind = key.name().equals("signs") && !isApart ? signs : faintSigns;
                for (Node.Entry answer : entries(mapping(key.value()), Set.of())) {
                    namedAnswers.add(new Named(answer.name(), answer.key().place()));
                    texts(answer.value()).forEach(sign -> kind.add(sign(answer.name(), sign)));
                }
            }
        }
    }

    private Questions.Answer answer(Node.Entry answer) {
        boolean urgent = false;
        List<String> leadsTo = List.of();
        for (Node.Entry key : entries(mapping(answer.value()), Set.of("urgent", "leads-to"))) {
            List<Node.Scalar> values = texts(key.value());
            if (key.name().equals("urgent")) {
                urgent = values.stream().anyMatch(value -> value.text().equals("yes"));
            } else {
                leadsTo = values.stream().map(Node.Scalar::text).toList();
            }
        }
        return new Questions.Answer(answer.name(), urgent, leadsTo);
    }

    private Questions.Sign sign(String answer, Node.Scalar sign) {
        String[] parts = sign.text().split("\\sunless\\s", 2);
        List<String> unless = parts.length == 1 ? List.of() : lists(parts[1], "\\+", sign);
        return new Questions.Sign(answer, lists(parts[0], "\\+", sign), unless);
    }

    private List<String> lists(String joined, String join, Node.Scalar sign) {
        List<String> lists = List.of(joined.strip().split("\\s*" + join + "\\s*", -1));
        lists.forEach(list -> namedLists.add(new Named(list, sign.place())));
        return lists;
    }

    private void language(Language language, Node.@Nullable Mapping root) {
        for (Node.Entry key : entries(root, Set.of("titles", "examples", "words", "danger"))) {
            boolean asked = key.name().equals("examples");
            for (Node.Entry entry : entries(mapping(key.value()), Set.of())) {
                if (key.name().equals("titles")) {
                    namedAnswers.add(new Named(entry.name(), entry.key().place()));
                    titles.computeIfAbsent(language, each -> new HashMap<>()).putIfAbsent(entry.name(), text(entry));
                } else if (asked) {
                    namedAnswers.add(new Named(entry.name(), entry.key().place()));
                    text(entry)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(line -> {
                                examples.add(new Placed(
                                        new Questions.Example(entry.name(), line), own, false, language.toString()));
                            });
                } else {
                    words(entry);
                    if (key.name().equals("danger")) {
                        danger.add(entry.name());
                    }
                }
            }
        }
    }

    private void words(Node.Entry entry) {
        List<String> list = words.computeIfAbsent(entry.name(), name -> new ArrayList<>());
        String text = text(entry);
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                list.add(word.strip());
            }
        }
        Matcher named = NAMED_LIST.matcher(text);
        while (named.find()) {
            namedLists.add(new Named(named.group(1), ((Node.Scalar) entry.value()).placeOf(named.start())));
        }
    }

    private String text(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar text) {
            return text.text();
        }
        problems.add(ProblemKind.WRONG_TYPE, entry.value().place(), "this must be a text");
        return "";
    }

    /** The entries of a mapping; if there is a closed list of keys, any other is reported and left out. */
    private List<Node.Entry> entries(Node.@Nullable Mapping mapping, Set<String> keys) {
        if (mapping == null || keys.isEmpty()) {
            return mapping == null ? List.of() : mapping.entries();
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (keys.contains(entry.name())) {
                entries.add(entry);
            } else {
                problems.add(
                        ProblemKind.UNKNOWN_KEY,
                        entry.key().place(),
                        "there is no key \"" + entry.name() + "\" here",
                        Nearest.mend(entry.name(), keys));
            }
        }
        return entries;
    }

    private Node.@Nullable Mapping mapping(@Nullable Node node) {
        if (node == null || node instanceof Node.Mapping) {
            return (Node.Mapping) node;
        }
        problems.add(ProblemKind.WRONG_TYPE, node.place(), "this must be a mapping of keys");
        return null;
    }

    private List<Node.Scalar> texts(Node node) {
        List<Node.Scalar> texts = new ArrayList<>();
        for (Node each : node instanceof Node.Sequence sequence ? sequence.items() : List.of(node)) {
            if (each instanceof Node.Scalar text && !text.text().isBlank()) {
                texts.add(text);
            } else {
                problems.add(ProblemKind.WRONG_TYPE, each.place(), "this must be a text", "write it on one line");
            }
        }
        return texts;
    }
}
