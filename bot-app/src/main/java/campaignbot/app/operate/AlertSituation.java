package campaignbot.app.operate;

import campaignbot.alert.Alerts;
import campaignbot.alert.check.AlertPreview;
import campaignbot.alert.desk.AlertPreviews;
import campaignbot.alert.desk.Situation;
import campaignbot.alert.reader.AlertMessages;
import campaignbot.alert.reader.AlertReader;
import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Content;
import campaignbot.app.installation.FreshDirectory;
import campaignbot.app.installation.LiveEngine;
import campaignbot.content.text.OrganizerText;
import campaignbot.message.Surface;
import campaignbot.settings.Settings;
import campaignbot.slack.SlackBot;
import campaignbot.telegram.TelegramBot;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what alerts are judged by where a command first needs it, so that one can be stopped whatever is wrong with content. */
final class AlertSituation implements Supplier<Situation> {

    static final Map<String, Surface> SURFACES =
            Map.of(TelegramBot.CHANNEL, TelegramBot.SURFACE, SlackBot.CHANNEL, SlackBot.SURFACE);

    private final Content content;
    private final Settings settings;
    private final Alerts alerts;
    private final InstantSource clock;
    private final Consumer<String> report;
    private @Nullable Read read;

    AlertSituation(Content content, Settings settings, Alerts alerts, InstantSource clock, Consumer<String> report) {
        this.content = content;
        this.settings = settings;
        this.alerts = alerts;
        this.clock = clock;
        this.report = report;
    }

    /** Says, in words for whoever runs the bot, that there is content that cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(Content.BrokenContent broken) {
            super(broken.getMessage(), broken);
        }
    }

    /** What was read once. */
    private record Read(Situation situation, AlertPreviews previews) {}

    @Override
    public Situation get() {
        return known().situation;
    }

    /** What is shown of an alert before anybody gets it. */
    AlertPreviews previews() {
        return known().previews;
    }

    private Read known() {
        Read known = read;
        if (known == null) {
            try {
                known = read();
            } catch (Content.BrokenContent broken) {
                throw new Unreadable(broken);
            }
            read = known;
        }
        return known;
    }

    private Read read() throws Content.BrokenContent {
        FreshDirectory directory = content.freshDirectory(clock, report);
        LiveEngine engine = new LiveEngine(Campaign.read(content, directory), settings, clock, report);
        AlertMessages messages =
                new AlertMessages(engine, words -> OrganizerText.read("", words).text(), alerts::find, clock);
        AlertPreview preview = (alert, language) -> messages.of(alert, language, AlertReader.ALONE);
        Situation situation = new Situation(
                engine.get().pack(),
                settings.current(),
                directory.get(),
                (name, words) -> OrganizerText.read(name, words).words(),
                preview,
                SURFACES);
        return new Read(situation, new AlertPreviews(preview, engine));
    }
}
