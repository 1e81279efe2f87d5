package org.campaignbot.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.StepValue;

/** The pack of the tests: a small sound campaign that inherits the flows of care, and what its flows may call. */
public final class Garden {

    /** Where it lies. */
    public static final Path CONTENT = Path.of("src/test/resources/packs");

    /** What its flows may call by name. */
    public static final PackVocabulary VOCABULARY = PackVocabulary.of(
            List.of(
                    step(
                            "town.find",
                            Set.of("ready", "missing"),
                            StepValue.of(
                                    "clerk{name phone:phone you? seat mood=glad|grim cure?@mood=grim}", "seats:count")),
                    step("town.build", Set.of("built"), List.of()).with("part=roof_beam|wall in?:fact action?:action"),
                    step(
                            "town.look",
                            Set.of("found", "several"),
                            StepValue.of("candidates[label value street? kind=flat|house number?@kind=house]"))),
            List.of(new Place()),
            List.of("count", "remind", "unremind"));

    private Garden() {}

    /** The pack as it stands. */
    public static PackRead read() {
        return read(CONTENT);
    }

    /** The pack in another folder. */
    public static PackRead read(Path content) {
        return PackReader.read(content, "garden", VOCABULARY);
    }

    /** A copy of the pack that a test may spoil. */
    public static Path copyTo(Path folder) {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CONTENT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Writes a file of the garden's own folder in a copy, as {@code flows/call.yaml}. */
    public static void write(Path content, String file, String text) {
        write(content, file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file in a copy, byte by byte. */
    public static void write(Path content, String file, byte[] bytes) {
        try {
            Path path = content.resolve("campaigns/garden").resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step that has the first of its outcomes and finds nothing. */
    private static JavaStep step(String name, Set<String> outcomes, List<StepValue> gives) {
        return new JavaStep(
                name,
                "Looks in the town.",
                Set.of(),
                StepValue.of("for?"),
                outcomes,
                gives,
                input -> JavaStep.Result.of(outcomes.iterator().next()));
    }

    private record Place() implements Expectation {
        @Override
        public String name() {
            return "place";
        }

        @Override
        public boolean recognizes(String text, Instant now) {
            return text.startsWith("in ");
        }
    }
}
