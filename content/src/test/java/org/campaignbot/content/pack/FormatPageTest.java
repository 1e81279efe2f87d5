package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.Garden;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads FORMAT.md and KITS.md as authors do: their examples must be right. */
class FormatPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(# (\\S+)\n.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleOfThePagesIsPartOfAPackThatCanBeRead(@TempDir Path folder) throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher matcher =
                EXAMPLE.matcher(Files.readString(Path.of("FORMAT.md")) + Files.readString(Path.of("KITS.md")));
        while (matcher.find()) {
            examples.put(matcher.group(2), matcher.group(1));
        }
        Garden.copyTo(folder);
        examples.forEach((file, text) -> Garden.write(folder, file, text));

        PackRead read = Garden.read(folder);

        assertThat(examples)
                .containsKeys(
                        "pack.yaml",
                        "records.yaml",
                        "flows/sow.yaml",
                        "flows/weeds.yaml",
                        "words/es.yaml",
                        "questions/answers.yaml",
                        "words/en.yaml",
                        "questions/en.yaml",
                        "flows/where.yaml",
                        "flows/later.yaml");
        assertThat(read.errors()).isEmpty();
        assertThat(read.warnings())
                .filteredOn(problem -> !problem.code().equals("missing-translation"))
                .isEmpty();
        assertThat(QuestionMatcher.read(folder, Objects.requireNonNull(read.pack()))
                        .problems())
                .isEmpty();
    }

    @Test
    void thePageForOrganizersIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("FORMAT.md"))).hasSizeLessThanOrEqualTo(200);
    }
}
