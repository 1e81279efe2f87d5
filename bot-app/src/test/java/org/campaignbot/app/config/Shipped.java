package org.campaignbot.app.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.directory.Directory;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.campaignbot.telegram.TelegramSettings;

/** The shipped campaign and tables, read once for all tests. */
public final class Shipped {

    /** The content folder of the checkout. */
    public static final Content CONTENT = new Content(
            Path.of("..", "content"),
            Content.DEFAULT_CAMPAIGN,
            StorageSettings.folder(System.getenv(StorageSettings.DATA)));

    /** Where all tests share what was learned from the questions, which takes many seconds. */
    public static final Path LEARNED_FOLDER = Path.of(System.getProperty("bot.learned", "../content/target/learned"));

    public static final Directory DIRECTORY;

    public static final Campaign CAMPAIGN;

    static {
        try {
            DIRECTORY = CONTENT.directory();
            CAMPAIGN = Campaign.read(CONTENT, () -> DIRECTORY);
        } catch (Content.BrokenContent broken) {
            throw new ExceptionInInitializerError(broken.getMessage());
        }
    }

    private Shipped() {}

    /** The settings of a bot on this server of Telegram. */
    public static TelegramSettings telegram(String token, String api) throws SettingProblem {
        return Objects.requireNonNull(ServerSettings.need(Map.of(
                        "TELEGRAM_TOKEN", token,
                        "TELEGRAM_API_URL", api,
                        "BOT_CONTENT", CONTENT.folder().toString()))
                .telegram());
    }

    /** The text that identifies a question of the campaign in English, in its current wording; its step as FLOW/STEP. */
    public static String question(String step) {
        return question(step, Language.ENGLISH);
    }

    /** The text that identifies a question in a language: the longest piece without a placeholder. */
    public static String question(String step, Language language) {
        String[] names = step.split("/", 2);
        Flow flow = Objects.requireNonNull(CAMPAIGN.pack().flow(names[0]), step);
        Ask ask = Objects.requireNonNull(
                Objects.requireNonNull(flow.steps().get(names[1]), step).ask(), step);
        return said(ask.question().in(language)).template().blocks().stream()
                .flatMap(block -> block.lines().stream().flatMap(List::stream))
                .filter(Template.Fixed.class::isInstance)
                .map(span -> ((Template.Fixed) span).span().visible().strip())
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** The first words of a text in its usual form. */
    private static Words.Said said(Words words) {
        if (words instanceof Words.Said said) {
            return said;
        } else if (words instanceof Words.Chosen chosen) {
            return said(Objects.requireNonNull(chosen.forms().get(Words.OTHER)));
        }
        return said(((Words.Several) words).parts().get(0));
    }
}
