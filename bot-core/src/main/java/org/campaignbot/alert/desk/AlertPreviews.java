package org.campaignbot.alert.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.check.AlertPreview;
import org.campaignbot.alert.reader.AlertFilter;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.calls.OfficeHours;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;

/** Shows an alert before anyone gets it: exactly what is sent to each platform, and what three kinds of readers see behind its button. */
public final class AlertPreviews {

    /** A ZIP code that touches several districts, in New York. */
    public static final String SPLIT_ZIP = "10025";

    private static final Language SPANISH = new Language("es");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final LocalTime OFFICE_HOUR = LocalTime.of(14, 0);

    private final AlertPreview preview;
    private final Supplier<Engine> engine;

    /** Creates previews with the current engine. */
    public AlertPreviews(AlertPreview preview, Supplier<Engine> engine) {
        this.preview = preview;
        this.engine = engine;
    }

    /**
     * What is sent to a platform in a language.
     *
     * @param payloads as the platform's adapter writes them, one per part of the message
     */
    public record Leaving(String platform, Language language, List<String> payloads) {
        public Leaving {
            payloads = List.copyOf(payloads);
        }
    }

    /** A sample reader who presses the button. */
    public enum Reader {
        /** A new reader, who types {@link AlertPreviews#SPLIT_ZIP} when asked. */
        SPLIT,
        /** A reader in D.C., who has no senators. */
        DC,
        /** A reader of Spanish, in California. */
        SPANISH;

        /** The word for it in the flow {@link DeskPreviews#HEAD}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a reader sees behind the button.
     *
     * @param platform the name of the platform that they read it on; empty if alerts go to none
     * @param seen the messages as that platform shows them
     */
    public record Behind(Reader reader, Language language, String platform, List<Message> seen) {
        public Behind {
            seen = List.copyOf(seen);
        }
    }

    /** The languages that an alert has words in. */
    List<Language> languages(Alert alert) {
        return engine.get().pack().languages().stream()
                .filter(alert.draft().words()::containsKey)
                .toList();
    }

    /**
     * What is sent, in each language of the alert.
     *
     * @param platforms what each platform's adapter writes for a message to one person, by the platform's name
     */
    public List<Leaving> leaving(Alert alert, Map<String, Function<Message, List<String>>> platforms) {
        List<Leaving> leaving = new ArrayList<>();
        platforms.forEach((platform, payloads) -> languages(alert)
                .forEach(language ->
                        leaving.add(new Leaving(platform, language, payloads.apply(preview.of(alert, language))))));
        return leaving;
    }

    /**
     * What the readers see at the next hour when offices answer, so that a preview at night shows what readers get by day. The
     * reader of Spanish is included only if the pack has Spanish.
     *
     * @param surfaces the platforms that alerts go to, by their names
     */
    public List<Behind> behind(Alert alert, Map<String, Surface> surfaces, Instant now) {
        Instant at = officeHour(alert.draft().at() == null ? now : alert.draft().at());
        Language base = engine.get().pack().base();
        List<Behind> behind = new ArrayList<>();
        behind.add(shown(Reader.SPLIT, base, split(alert, base, at), surfaces));
        behind.add(shown(Reader.DC, base, opened(alert, "DC", EasternTime.ZONE, base, at), surfaces));
        if (engine.get().pack().languages().contains(SPANISH)) {
            behind.add(shown(Reader.SPANISH, SPANISH, opened(alert, "CA", PACIFIC, SPANISH, at), surfaces));
        }
        return behind;
    }

    /** Two o'clock in Washington, when offices on both coasts are open, on that day or the next working day. */
    private static Instant officeHour(Instant from) {
        ZonedDateTime hour = EasternTime.dateAt(from).atTime(OFFICE_HOUR).atZone(EasternTime.ZONE);
        while (OfficeHours.inWashington(hour.toInstant()) != OfficeHours.Now.OPEN) {
            hour = hour.plusDays(1);
        }
        return hour.toInstant();
    }

    /** What a reader has on the screen; if there are several platforms, the reader in D.C. gets another one. */
    private static Behind shown(Reader reader, Language language, List<Message> said, Map<String, Surface> surfaces) {
        List<String> platforms = surfaces.keySet().stream().sorted().toList();
        if (platforms.isEmpty()) {
            return new Behind(reader, language, "", said);
        }
        String platform = platforms.get(reader == Reader.DC ? platforms.size() - 1 : 0);
        Surface surface = Objects.requireNonNull(surfaces.get(platform));
        return new Behind(
                reader,
                language,
                platform,
                said.stream()
                        .flatMap(message -> Fit.fit(message, surface).stream())
                        .toList());
    }

    private List<Message> opened(Alert alert, String home, ZoneId zone, Language language, Instant now) {
        return press(alert, Map.of(AlertFilter.HOME, home), zone, language, now).messages();
    }

    private List<Message> split(Alert alert, Language language, Instant now) {
        Turn pressed = press(alert, Map.of(), EasternTime.ZONE, language, now);
        return engine.get()
                .take(pressed.next(), new TurnInput(new Event.Typed(SPLIT_ZIP), now, 1, language, "preview"))
                .messages();
    }

    private Turn press(Alert alert, Map<String, String> known, ZoneId zone, Language language, Instant now) {
        Map<String, String> facts = new HashMap<>(known);
        facts.put(AlertFilter.STANDING, AlertFilter.OPEN);
        facts.put(AlertFilter.ACTION, alert.draft().action());
        facts.put(AlertFilter.ZONE, zone.getId());
        Event press = new Event.Invited(AlertMessages.OPEN, alert.id(), Value.texts(facts));
        return engine.get().take(State.fresh(), new TurnInput(press, now, 1, language, "preview"));
    }
}
