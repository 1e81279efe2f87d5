package org.campaignbot.app.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.check.AlertPreview;
import org.campaignbot.alert.desk.AlertPreviews;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.alert.desk.DeskPreviews;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.message.Surface;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Settings;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.telegram.TelegramBot;
import org.jspecify.annotations.Nullable;

/** Reads what alerts are checked against when a command first needs it, so that broken content can't prevent stopping an alert. */
final class AlertSituation implements Supplier<CheckContext> {

    static final Map<String, Surface> SURFACES =
            Map.of(TelegramBot.CHANNEL, TelegramBot.SURFACE, SlackBot.CHANNEL, SlackBot.SURFACE);

    private final Content content;
    private final Settings settings;
    private final Function<String, Optional<Alert>> alerts;
    private final InstantSource clock;
    private final Consumer<String> report;
    private @Nullable Read read;

    /**
     * Reads nothing yet.
     *
     * @param alerts finds an earlier alert by its id
     */
    AlertSituation(
            Content content,
            Settings settings,
            Function<String, Optional<Alert>> alerts,
            InstantSource clock,
            Consumer<String> report) {
        this.content = content;
        this.settings = settings;
        this.alerts = alerts;
        this.clock = clock;
        this.report = report;
    }

    /** Reports, in words for the operator, that content can't be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(Content.BrokenContent broken) {
            super(broken.getMessage(), broken);
        }
    }

    private record Read(CheckContext situation, AlertPreviews previews, LiveEngine engine, AlertMessages messages) {}

    @Override
    public CheckContext get() {
        return known().situation;
    }

    /** Builds the previews of an alert. */
    AlertPreviews previews() {
        return known().previews;
    }

    /**
     * Builds what organizers are sent before readers.
     *
     * @param outbox queues it for the server
     */
    DeskPreviews previews(Consumer<List<Outgoing>> outbox) {
        return new DeskPreviews(known().messages, known().engine, List::of, outbox);
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
        LiveDirectory directory = content.liveDirectory(clock, report);
        directory.heed(settings);
        LiveEngine engine = new LiveEngine(Campaign.read(content, directory), settings, clock, report);
        AlertMessages messages =
                new AlertMessages(engine, words -> OrganizerText.read("", words).text(), alerts, clock);
        AlertPreview preview = (alert, language) -> messages.of(alert, language, AlertReader.ALONE);
        CheckContext situation = new CheckContext(
                engine.get().pack(),
                settings.current(),
                directory.get(),
                (name, words) -> OrganizerText.read(name, words).words(),
                preview,
                SURFACES);
        return new Read(situation, new AlertPreviews(preview, engine), engine, messages);
    }
}
