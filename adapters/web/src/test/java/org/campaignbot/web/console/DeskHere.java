package org.campaignbot.web.console;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.text.OrganizerText;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.directory.Directory;
import org.campaignbot.features.Features;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Surface;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.settings.Version;
import org.campaignbot.subscriptions.Subscribers;

/** The alert desk of the shipped campaign, over stores in memory. */
final class DeskHere {

    private static final Path CONTENT = Path.of("..", "..", "content");
    private static final Surface SURFACE = new Surface(4_000, 8, 40, 64, true, true, true, true);

    static final Map<String, Surface> SURFACES = Map.of("telegram", SURFACE, "slack", SURFACE);
    static final Directory DIRECTORY =
            ((DirectoryTables.Result.Read) DirectoryTables.read(CONTENT.resolve("directory"))).directory();
    static final Engine ENGINE = engine();

    private DeskHere() {}

    private static Engine engine() {
        PackVocabulary vocabulary = Features.vocabulary(() -> DIRECTORY, false);
        Pack pack = Objects.requireNonNull(
                PackReader.read(CONTENT, "welcoming-communities", vocabulary).pack());
        return new Engine(pack, vocabulary, (text, language) -> new Understanding.Nothing());
    }

    static AlertService over(
            Alerts alerts, Organizers organizers, Subscribers subscribers, AlertFigures figures, InstantSource clock) {
        AlertMessages messages = new AlertMessages(
                () -> ENGINE, words -> OrganizerText.read("", words).text(), alerts::find, clock);
        return new AlertService(
                alerts,
                organizers,
                () -> new CheckContext(
                        ENGINE.pack(),
                        new Version(1, new TreeMap<>()),
                        DIRECTORY,
                        (name, words) -> OrganizerText.read(name, words).words(),
                        (alert, language) -> messages.of(alert, language, AlertReader.ALONE),
                        SURFACES),
                new AlertService.AudiencePorts(
                        subscribers, (alert, part, persons) -> Set.of(), (audience, at) -> OptionalLong.empty()),
                new AlertService.RecipientPorts(figures, (alert, at) -> {}, Runnable::run),
                new AlertIds(new Random(1)),
                false,
                clock);
    }
}
