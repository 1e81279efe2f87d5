package org.campaignbot.content.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small example that a new campaign is copied from. */
public final class CampaignTemplate {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_TITLE = 40;

    private static final List<String> FILES = List.of(
            "pack.yaml",
            "records.yaml",
            "flows/about-bot.yaml",
            "flows/introduction.yaml",
            "flows/lawmakers.yaml",
            "flows/menu.yaml",
            "flows/start.yaml",
            "flows/tell.yaml",
            "flows/why.yaml",
            "questions/answers.yaml",
            "questions/en.yaml",
            "chats/corrects/change-my-place.chat",
            "chats/happy-path/look-around.chat");

    private CampaignTemplate() {}

    /**
     * Copies the example into a new folder of {@code campaigns}.
     *
     * @param name the name of the folder, at most 40 lower-case letters, digits and hyphens
     * @param title the campaign's title, at most 40 characters; by default its name with spaces
     * @param today the date that its records get
     * @throws IOException if a file can't be written
     */
    public static Outcome copy(Path campaigns, String name, @Nullable String title, LocalDate today)
            throws IOException {
        if (!NAME.matcher(name).matches()) {
            return new Outcome.Refused("\"" + name + "\" is no name for a folder. Use at most 40 lower-case letters,"
                    + " digits and hyphens, beginning with a letter, such as river-path.");
        }
        String called = title == null ? spoken(name) : title.strip();
        if (called.isEmpty() || called.length() > LONGEST_TITLE || called.matches(".*[\\p{Cntrl}{}].*")) {
            return new Outcome.Refused(
                    "A title is one line of at most " + LONGEST_TITLE + " characters, without { and }.");
        }
        Path folder = campaigns.resolve(name);
        if (Files.exists(folder)) {
            return new Outcome.Refused("There is a " + folder + " already. Choose another name.");
        }
        for (String file : FILES) {
            Path copy = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.writeString(
                    copy,
                    text(file)
                            .replace("CAMPAIGN", name)
                            .replace("TITLE", called.replace("'", "''"))
                            .replace("TODAY", today.toString())
                            .replace("MONTH", YearMonth.from(today).toString()));
        }
        return new Outcome.Made(folder);
    }

    private static String spoken(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = CampaignTemplate.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The result of copying. */
    public sealed interface Outcome {
        /** The campaign was created. */
        record Made(Path folder) implements Outcome {}

        /** Nothing was written; {@code why} says why and what to do instead. */
        record Refused(String why) implements Outcome {}
    }
}
