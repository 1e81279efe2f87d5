package org.campaignbot.content.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.message.HiddenLetters;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the bytes of one YAML file into nodes; errors become problems. */
public final class YamlFile {

    /** The maximum number of characters: far more than anyone writes, far less than fits in memory. */
    private static final int LONGEST = 1_000_000;

    private YamlFile() {}

    /**
     * Reads the root node of a file; null if the file is empty or has a problem.
     *
     * @param file the name of the file in problems
     */
    public static @Nullable Node read(String file, byte[] bytes, Problems problems) {
        String text = decode(file, bytes, problems);
        if (text == null) {
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(LONGEST)
                .build();
        HiddenLetters.first(text).ifPresent(at -> hidden(file, text, at, problems));
        try {
            return new NodeBuilder(file, text, problems).build(new Parse(settings).parseString(text));
        } catch (MarkedYamlEngineException e) {
            String message = e.getProblem() == null ? "this is not YAML" : "this is not YAML: " + e.getProblem();
            Place place = e.getProblemMark()
                    .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Place.startOf(file));
            problems.add(ProblemKind.NOT_YAML, place, message, fix(message));
        } catch (ReaderException e) {
            // The exception's position counts code points from the start of the file.
            int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            problems.add(
                    ProblemKind.NOT_YAML,
                    after(file, text.substring(0, end)),
                    String.format("the character U+%04X cannot stand in a file of text", e.getCodePoint()),
                    "delete it");
        } catch (YamlEngineException e) {
            problems.add(ProblemKind.NOT_YAML, Place.startOf(file), "this is not YAML: " + e.getMessage());
        }
        return null;
    }

    private static void hidden(String file, String text, int at, Problems problems) {
        problems.add(
                ProblemKind.HIDDEN_LETTER,
                after(file, text.substring(0, at)),
                HiddenLetters.name(text, at) + " stands here, which nobody sees");
    }

    /** How to fix the mistakes that authors make most. */
    private static String fix(String message) {
        if (message.contains("mapping values are not allowed")) {
            return "put a text with a colon in quotes, or on a line of its own below |";
        }
        return message.contains("TAB") ? "indent with spaces" : ProblemKind.NOT_YAML.fix();
    }

    private static @Nullable String decode(String file, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            problems.add(ProblemKind.NOT_UTF8, after(file, text), "this is not UTF-8 text");
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Place after(String file, String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Place(file, line, text.length() - text.lastIndexOf('\n'));
    }
}
