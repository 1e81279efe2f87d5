package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack says of facts, rows and forms is held against what Java steps give, so that no turn fails for a name. */
class NamesInWordsTest {

    private static final String FLOW = """
            flow: sow
            title: Sow beans
            heard: [sow]
            steps:
              ready:
                run: %s
                outcomes: {%s}
                say:
                  - %s
                then: menu
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // An each over what is no list
                "{each: clerk, say: '{name}'}; no-list; is no list",
                "{each: home, say: '{name}'}; no-list; is no list",
                "{each: clerk.name, say: x}; no-list; is no list",
                "{each: plan, say: '{source}'}; unprintable-value; is no list",
                "{each: nobody, say: '{name}'}; unknown-value; nothing is known",
                // A field that no row has
                "{each: candidates, say: '{lable}'}; unknown-value; nothing is known",
                "{each: candidates, say: '{label.name}'}; unknown-field; no such field",
                "{each: plan.sources, say: '{sauce}'}; unknown-value; nothing is known",
                // A field that only some rows have
                "{each: candidates, say: '{street}'}; unset-value; may not be known",
                // A field that a fact does not have
                "Oh {clerk.nam}; unknown-field; did you mean",
                "Oh {home.name}; unknown-field; no such field",
                "{by: clerk.mod, glad: x, other: y}; unknown-field; no such field",
                // A row or a list in a sentence
                "Oh {clerk}; unprintable-value; is no text but a row",
                "Oh {candidates}; unprintable-value; is no text but a list",
                // A field that may be missing
                "Oh {clerk.you}; unset-value; may not be known",
                "{by: clerk.mood, glad: '{clerk.you}', other: y}; unset-value; may not be known",
                "{by: clerk.mood, grim: '{clerk.cure}', other: '{clerk.cure}'}; unset-value; may not be known",
                // A form that no value picks
                "{by: clerk.mood, gald: x, other: y}; bad-value; is never",
                "{by: seats, many: x, lots: z, other: y}; bad-value; is never",
                "{each: candidates, say: {by: kind, hose: x, other: y}}; bad-value; is never",
                // A link into the bot, which not every app has
                "Oh {deep-link.sow}; unset-value; not every app",
            })
    void aNameThatCouldFailATurnIsReportedAtItsPlace(String say, String code, String message, @TempDir Path folder) {
        Problem problem = only(say, folder);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message() + " " + problem.fix()).contains(message);
        assertThat(problem.line()).isEqualTo(9);
        assertThat(problem.column()).isGreaterThan(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{each: candidates, say: '{label}'}",
                "{each: candidates, say: '{street, else no street}, {clerk.name}'}",
                "{each: candidates, say: {by: kind, house: '{number}', other: '{label}'}}",
                "{each: candidates, say: {by: kind, flat: '{label}', other: '{number}'}}",
                "'{clerk.you, else you}'",
                "{by: clerk.mood, grim: '{clerk.cure}', unset: x, other: y}",
                "{by: clerk.mood, glad: x, other: '{clerk.cure}'}",
                "{by: seats, one: x, many: z, other: '{seats}'}",
                "{by: deep-links, 'yes': '{deep-link.sow}', other: x}",
                "'{home}'",
            })
    void whatIsThereMayBeNamed(String say, @TempDir Path folder) {
        assertThat(read(say, folder).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "with: {four: hall}; has? takes no argument; 7",
                "with: {}; needs the argument; 6",
                "with: {part: roof}; cannot be; 7",
                "with: {part: wall, in: nowhere}; there is no fact; 7",
                "with: {part: wall, action: plan}; no record of an action; 7",
            })
    void anArgumentThatAJavaStepCannotUseIsReported(String with, String message, int line, @TempDir Path folder) {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/sow.yaml", """
                flow: sow
                title: Sow beans
                heard: [sow]
                steps:
                  ready:
                    run: town.build
                    %s
                    outcomes: {built: menu}
                """.formatted(with));

        assertThat(Garden.read(folder).errors()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message.replace("has? ", ""));
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    private static Problem only(String say, Path folder) {
        PackRead read = read(say, folder);
        assertThat(read.errors()).hasSizeGreaterThan(0);
        return read.errors().get(0);
    }

    private static PackRead read(String say, Path folder) {
        Garden.copyTo(folder);
        boolean look = say.contains("candidates");
        Garden.write(
                folder,
                "flows/sow.yaml",
                FLOW.formatted(
                        look ? "town.look" : "town.find",
                        look ? "found: here, several: menu" : "ready: here, missing: menu",
                        say));
        return Garden.read(folder);
    }
}
