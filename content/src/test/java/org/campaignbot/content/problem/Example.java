package org.campaignbot.content.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.check.GivenAnswer;
import org.campaignbot.content.check.PackCheck;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.understanding.PhraseUnderstanding;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;

/**
 * The example of a kind of problem, put into the garden pack.
 *
 * @param file where it stands, as {@code flows/sow.yaml}
 * @param manner how it is written where that matters, as {@code a folder}, else empty
 * @param text what stands there, the line that names the file among it
 */
record Example(String file, String manner, String text) {

    private static final Pattern FIRST_LINE = Pattern.compile("# (\\S+)(?: \\((.*)\\))?");

    /** A day on which nothing in the garden pack is overdue. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    static Example of(ProblemKind kind) {
        String text = kind.example();
        Matcher first = FIRST_LINE.matcher(text.lines().findFirst().orElse(""));
        if (!first.matches()) {
            throw new IllegalStateException("the example of " + kind.code() + " does not begin with # and its file");
        }
        return new Example(first.group(1), first.group(2) == null ? "" : first.group(2), text);
    }

    /** What is wrong with the garden pack with this file in it, and was not before. */
    List<Problem> problems(Path folder) {
        Path copy = Garden.copyTo(folder);
        Set<GivenAnswer> uses = uses(Objects.requireNonNull(Garden.read(copy).pack()));
        List<Problem> before = all(copy, uses);
        write(copy);
        List<Problem> after = new ArrayList<>(all(copy, uses));
        after.removeAll(before);
        return after.stream().map(problem -> inPack(problem, copy)).toList();
    }

    private void write(Path copy) {
        switch (manner) {
            case "a folder" -> {
                try {
                    Files.createDirectories(copy.resolve("campaigns/garden").resolve(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            case "a link to /dev/zero" -> {
                try {
                    Files.createSymbolicLink(copy.resolve("campaigns/garden").resolve(file), Path.of("/dev/zero"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            case "3 MB" -> Garden.write(copy, file, new byte[3_000_000]);
            case "saved as Latin-1" -> Garden.write(copy, file, text.getBytes(StandardCharsets.ISO_8859_1));
            default -> Garden.write(copy, file, text);
        }
    }

    private static List<Problem> all(Path content, Set<GivenAnswer> uses) {
        PackRead read = Garden.read(content);
        return PackCheck.check(read, TODAY, uses, read.pack() == null ? null : new PhraseUnderstanding(read.pack()));
    }

    private static Set<GivenAnswer> uses(Pack pack) {
        Set<GivenAnswer> uses = new HashSet<>();
        for (Flow flow : pack.flows().values()) {
            for (Step step : flow.steps().values()) {
                for (Answer answer :
                        step.ask() == null ? List.<Answer>of() : step.ask().answers()) {
                    uses.add(new GivenAnswer(flow.name(), step.name(), answer.name()));
                }
            }
        }
        return uses;
    }

    /** The same problem with its file named from the folder of the campaign. */
    private static Problem inPack(Problem problem, Path copy) {
        String content = copy.toString().replace('\\', '/') + "/";
        return new Problem(
                problem.file().replace(content + "campaigns/garden/", "").replace(content, ""),
                problem.line(),
                problem.column(),
                problem.code(),
                problem.message(),
                problem.fix());
    }
}
