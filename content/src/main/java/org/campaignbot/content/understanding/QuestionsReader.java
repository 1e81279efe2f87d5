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
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.format.NodeKind;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.FilesDigest;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFile;
import org.campaignbot.content.yaml.YamlFile;
import org.campaignbot.flow.Nearest;
import org.campaignbot.people.Language;

/** Reads the folder {@code questions/} of a campaign and of its kits. */
final class QuestionsReader {

    private static final String ANSWERS = "answers.yaml";
    private static final String TABLE = ".tsv";

    /** The table of what people type where a part of a text is asked for, and its words for whom that's meant for. */
    private static final String WRITINGS = "while-writing.tsv";

    private static final String FOR_THE_BOT = "bot";
    private static final String FOR_THE_TEXT = "text";
    private static final String APART = "told-apart-from";
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
    private final Set<String> requests = new HashSet<>();
    private final List<Questions.Sign> decisive = new ArrayList<>();
    private final Set<String> plain = new HashSet<>();
    private final Set<String> alike = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> denies = new HashSet<>();
    private final Set<String> asides = new HashSet<>();
    private final Set<String> unlearned = new HashSet<>();
    private final List<Questions.Writing> writings = new ArrayList<>();
    private final List<Questions.Part> parts = new ArrayList<>();
    private final List<Questions.Sign> whileWriting = new ArrayList<>();
    private final List<Questions.Sign> onceWritten = new ArrayList<>();
    private final List<Questions.Part> followUps = new ArrayList<>();
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
            for (Node.Scalar kit : Fields.open(root, ANSWERS, reportedLater).texts(APART)) {
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
                answers(file(folder, questions.resolve(ANSWERS), Format.ANSWERS_FILE));
                for (Path file : files(questions, each -> stem(each).matches("[a-z]{2,3}"))) {
                    language(new Language(stem(file)), file(folder, file, Format.QUESTIONS_FILE));
                }
                if (tables) {
                    files(questions, each -> each.toString().endsWith(TABLE) && !each.endsWith(WRITINGS))
                            .forEach(each -> moreExamples(folder, each));
                    files(questions, each -> each.endsWith(WRITINGS)).forEach(each -> writings(folder, each));
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
                writings,
                titles,
                words,
                danger,
                signs.stream().sorted(byAnswer).toList(),
                faintSigns.stream().sorted(byAnswer).toList(),
                neverAnswered,
                requests,
                decisive,
                plain,
                denies,
                alike,
                done,
                asides,
                unlearned,
                whileWriting,
                onceWritten,
                parts,
                followUps);
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

    /** The files of a kind, by name. People ask in any language, whichever ones the pack has. */
    private List<Path> files(Path folder, Predicate<Path> kind) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(kind).sorted().toList();
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
                        Nearest.fix(each.name, known));
            }
        }
    }

    private Fields file(Path folder, Path file, NodeKind kind) {
        byte[] bytes = PackFile.read(folder, file, problems);
        return Fields.closed(bytes == null ? null : YamlFile.read(name(file), bytes, problems), kind, problems);
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

    /** Reads a table of further examples: an answer, a language and a question per line. */
    private void moreExamples(Path folder, Path file) {
        table(folder, file, "this must be an answer, a language and a question", (cells, place) -> {
            namedAnswers.add(new Named(cells[0], place));
            examples.add(new Placed(new Questions.Example(cells[0], cells[2]), own, true, cells[1]));
        });
    }

    /** Reads a table of what people type where a part of a text is asked for: {@code bot} or {@code text}, a language and the words. */
    private void writings(Path folder, Path file) {
        table(folder, file, "this must be bot or text, a language and what was typed", (cells, place) -> {
            if (Set.of(FOR_THE_BOT, FOR_THE_TEXT).contains(cells[0])) {
                writings.add(new Questions.Writing(cells[2], cells[0].equals(FOR_THE_BOT)));
            } else {
                problems.add(
                        ProblemKind.UNKNOWN_VALUE,
                        place,
                        "there is no \"" + cells[0] + "\" here",
                        "write " + FOR_THE_BOT + " or " + FOR_THE_TEXT);
            }
        });
    }

    private void table(Path folder, Path file, String wanted, BiConsumer<String[], Place> line) {
        byte[] bytes = PackFile.read(folder, file, problems);
        if (bytes == null) {
            return;
        }
        int number = 0;
        for (String each : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String[] cells = each.strip().split("\t", -1);
            if (each.isBlank() || each.startsWith("#")) {
                continue;
            }
            Place place = new Place(name(file), number, 1);
            if (cells.length == 3) {
                line.accept(cells, place);
            } else {
                problems.add(ProblemKind.WRONG_TYPE, place, wanted, "put a tab between them");
            }
        }
    }

    private void answers(Fields file) {
        for (Node.Entry answer : below(file, "answers")) {
            Fields fields = Fields.closed(answer, Format.ANSWER_WANTED, problems);
            Questions.Answer read = new Questions.Answer(
                    answer.name(),
                    fields.yes("urgent"),
                    !fields.yes("small-talk"),
                    fields.yes("report"),
                    fields.yes("idle"),
                    fields.yes("during"),
                    fields.yes("remark"),
                    fields.yes("to-the-bot"),
                    fields.yes("only-decided"),
                    fields.texts("leads-to").stream().map(Node.Scalar::text).toList());
            if (answers.putIfAbsent(answer.name(), read) == null && isApart) {
                apart.add(answer.name());
            }
        }
        for (Node.Scalar text : file.texts("never-answered")) {
            List<String> never = lists(text.text(), ",", text);
            neverAnswered.addAll(isApart ? List.of() : never);
        }
        for (Node.Scalar text : file.texts("requests")) {
            List<String> asking = lists(text.text(), ",", text);
            requests.addAll(isApart ? List.of() : asking);
        }
        for (Node.Scalar text : file.texts("plain")) {
            List<String> harmless = lists(text.text(), ",", text);
            plain.addAll(isApart ? List.of() : harmless);
        }
        for (Node.Scalar text : file.texts("denies")) {
            List<String> denying = lists(text.text(), ",", text);
            denies.addAll(isApart ? List.of() : denying);
        }
        for (Node.Scalar text : file.texts("alike")) {
            alike.addAll(lists(text.text(), ",", text));
        }
        for (Node.Scalar text : file.texts("done")) {
            List<String> doing = lists(text.text(), ",", text);
            done.addAll(isApart ? List.of() : doing);
        }
        for (Node.Scalar text : file.texts("asides")) {
            List<String> asking = lists(text.text(), ",", text);
            asides.addAll(isApart ? List.of() : asking);
        }
        // A sign of a danger that leads nowhere here makes no other one likelier.
        signs(file, "signs", isApart ? faintSigns : signs);
        signs(file, "faint-signs", faintSigns);
        if (!isApart) {
            signs(file, "decisive", decisive);
            signs(file, "while-writing", whileWriting);
            signs(file, "once-written", onceWritten);
            parts(file, "parts", parts);
            parts(file, "follow-ups", followUps);
        }
    }

    private void parts(Fields file, String key, List<Questions.Part> kind) {
        for (Node.Entry answer : below(file, key)) {
            named(answer, namedAnswers);
            Fields steps = Fields.open(answer.value(), answer.name(), problems);
            for (Node.Entry step : steps.entries()) {
                List<Questions.Sign> signsOfPart = steps.texts(step.name()).stream()
                        .map(sign -> sign(answer.name(), sign))
                        .toList();
                kind.add(new Questions.Part(answer.name(), step.name(), signsOfPart));
            }
        }
    }

    private void signs(Fields file, String key, List<Questions.Sign> kind) {
        for (Node.Entry answer : below(file, key)) {
            named(answer, namedAnswers);
            for (Node.Scalar sign : Fields.open(file.node(key), key, problems).texts(answer.name())) {
                kind.add(sign(answer.name(), sign));
            }
        }
    }

    private List<Node.Entry> below(Fields file, String key) {
        return Fields.open(file.node(key), key, problems).entries();
    }

    private static void named(Node.Entry entry, List<Named> names) {
        names.add(new Named(entry.name(), entry.key().place()));
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

    private void language(Language language, Fields file) {
        for (Node.Entry title : below(file, "titles")) {
            named(title, namedAnswers);
            titles.computeIfAbsent(language, each -> new HashMap<>()).putIfAbsent(title.name(), text(title));
        }
        for (Node.Entry asked : below(file, "examples")) {
            named(asked, namedAnswers);
            text(asked)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> examples.add(
                            new Placed(new Questions.Example(asked.name(), line), own, false, language.toString())));
        }
        for (String key : List.of("words", "danger", "parts")) {
            for (Node.Entry list : below(file, key)) {
                words(list);
                if (key.equals("danger")) {
                    danger.add(list.name());
                } else if (key.equals("parts")) {
                    unlearned.add(list.name());
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
        Node.Scalar text = Fields.text(entry.value(), entry.name(), problems);
        return text == null ? "" : text.text();
    }
}
