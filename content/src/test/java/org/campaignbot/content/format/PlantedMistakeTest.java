package org.campaignbot.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.flow.Pack;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants a mistake into a file of the garden: the schema and the reader must both refuse it, at the line that is marked. */
class PlantedMistakeTest {

    /** A mistake; {@code right} is a line of the file, and {@code wrong} what stands there instead, with @@ on the line refused. */
    private record Mistake(String file, String schema, String right, String wrong) {
        @Override
        public String toString() {
            return file + ": " + wrong.strip().replaceAll("\\s+", " ");
        }
    }

    private static final String FLOW = "campaign/flow.json";
    private static final String KIT_FLOW = "kit/flow.json";
    private static final String RECORDS = "campaign/records.json";
    private static final String PACK = "campaign/pack.json";

    private static final Map<String, String> MORE = Map.of(
            "questions/answers.yaml", "answers:\n  call: {}\n",
            "questions/en.yaml", "titles:\n  call: Call town hall\nexamples:\n  call: |\n    call the hall\n",
            "paragraphs.yaml", "page: page\ncount: 1\nlayout:\n  L1: a caption\n");

    static List<Mistake> mistakes() {
        return List.of(
                // Misspelled keys
                new Mistake("pack.yaml", PACK, "menu-label: Main menu", "menu-label: Main menu\nlangauges: [en] @@"),
                new Mistake("flows/menu.yaml", FLOW, "heard: ", "haerd: [menus] @@\nheard: "),
                new Mistake(
                        "flows/call.yaml",
                        KIT_FLOW,
                        "    run: town.find",
                        "    runs: town.find @@\n    run: town.find"),
                new Mistake(
                        "flows/call.yaml",
                        KIT_FLOW,
                        "        heard: [spoke, talked]",
                        "        heard: [spoke, talked]\n        lable: I spoke @@"),
                new Mistake("records.yaml", RECORDS, "  state: proposed", "  state: proposed\n  sumary: Built on. @@"),
                new Mistake(
                        "questions/answers.yaml", "campaign/answers.json", "  call: {}", "  call: {lead-to: call} @@"),
                new Mistake(
                        "questions/en.yaml", "campaign/questions.json", "titles:", "title: {call: Call} @@\ntitles:"),
                new Mistake("paragraphs.yaml", "campaign/paragraphs.json", "page: page", "page: page\npages: 2 @@"),
                // Wrong kinds of values
                new Mistake("flows/call.yaml", KIT_FLOW, "title: Call the town hall", "title: [Call, the hall] @@"),
                new Mistake("flows/call.yaml", KIT_FLOW, "    then: menu\nretired", "    then: [menu] @@\nretired"),
                new Mistake("flows/call.yaml", KIT_FLOW, "    run: town.find", "    run: {town: find} @@"),
                new Mistake("pack.yaml", PACK, "  remember: {lifetime: saved}", "  remember: saved @@"),
                new Mistake("paragraphs.yaml", "campaign/paragraphs.json", "count: 1", "count: many @@"),
                // Values that the key does not take
                new Mistake("pack.yaml", PACK, "  remember: {lifetime: saved}", "  remember: {lifetime: forever} @@"),
                new Mistake("pack.yaml", PACK, "idle: 24h", "idle: a day @@"),
                new Mistake("records.yaml", RECORDS, "  state: proposed", "  state: maybe @@"),
                new Mistake("records.yaml", RECORDS, "url: https:", "url: http: @@"),
                new Mistake("records.yaml", RECORDS, "number: 202-555-0100", "number: two-o-two @@"),
                new Mistake("records.yaml", RECORDS, "Call the town hall, ", "Call the town hall, phone: 303-555, @@"),
                // Keys that are missing
                new Mistake("flows/call.yaml", KIT_FLOW, "      later:\n        label: Not now", "      later: @@"),
                new Mistake("records.yaml", RECORDS, "plan:\n  kind: status", "plan: @@"),
                new Mistake(
                        "records.yaml",
                        RECORDS,
                        "plan:\n  kind: status\n  title: The garden plan",
                        "plan: @@\n  kind: status"),
                new Mistake(
                        "flows/call.yaml",
                        KIT_FLOW,
                        "    ask: How did it go?",
                        "    form: {title: Your call} @@\n    ask: How did it go?"),
                // Wrong nesting
                new Mistake("flows/call.yaml", KIT_FLOW, "retired: {confirm", "  retired: @@ {confirm"),
                new Mistake("flows/call.yaml", KIT_FLOW, "    say: Thank you!", "    say: {text: Thank you!} @@"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsRefusedAtItsLine(Mistake mistake, @TempDir Path folder) throws IOException {
        Garden.copyTo(folder);
        MORE.forEach((file, text) -> Garden.write(folder, file, text));
        Path path = folder.resolve("campaigns/garden").resolve(mistake.file());
        String right = Files.readString(path);
        Schema schema = SchemaCheck.schema(Objects.requireNonNull(Schemas.all().get(mistake.schema())));
        assertThat(SchemaCheck.refusals(schema, right)).isEmpty();
        assertThat(right).contains(mistake.right());
        String marked = right.replaceFirst(Pattern.quote(mistake.right()), Matcher.quoteReplacement(mistake.wrong()));
        int line = (int) marked.substring(0, marked.indexOf("@@"))
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                + 1;
        String wrong = marked.replaceAll(" ?@@", "");
        Files.write(path, wrong.getBytes(StandardCharsets.UTF_8));

        assertThat(SchemaCheck.refusals(schema, wrong))
                .extracting(SchemaCheck.Refusal::line)
                .as("lines that the schema refuses")
                .isNotEmpty()
                .containsOnly(line);
        assertThat(problems(folder, path)).as("problems of the reader").anyMatch(problem -> problem.line() == line);
    }

    private static List<Problem> problems(Path folder, Path path) {
        List<Problem> problems = new ArrayList<>(Garden.read(folder).problems());
        Pack sound = Garden.read().pack();
        if (sound != null) {
            problems.addAll(QuestionMatcher.read(folder, sound).problems());
        }
        return problems.stream()
                .filter(problem -> problem.file().endsWith(path.getFileName().toString()))
                .filter(problem -> Path.of(problem.file()).equals(path))
                .toList();
    }
}
