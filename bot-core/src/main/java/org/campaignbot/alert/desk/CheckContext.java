package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.check.AlertCheck;
import org.campaignbot.alert.check.AlertPreview;
import org.campaignbot.alert.check.ReadWords;
import org.campaignbot.alert.sending.AlertCaps;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Surface;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Version;

/**
 * The state of things that an alert is judged by.
 *
 * @param pack the pack as organizers have set it
 * @param settings the settings that they made
 * @param directory who represents each home
 * @param reader reads organizers' words
 * @param preview writes what people get
 * @param surfaces what alerts are shown on, by the names of their channels
 */
public record CheckContext(
        Pack pack,
        Version settings,
        Directory directory,
        ReadWords.Reader reader,
        AlertPreview preview,
        Map<String, Surface> surfaces) {

    public CheckContext {
        surfaces = Map.copyOf(surfaces);
    }

    /** How many alerts a person gets at most. */
    public AlertCaps caps() {
        Catalog catalog = Catalog.of(pack);
        return new AlertCaps(number(catalog, Catalog.ALERTS_A_WEEK), number(catalog, Catalog.ALERTS_A_MONTH));
    }

    private int number(Catalog catalog, String key) {
        return Integer.parseInt(Objects.requireNonNull(catalog.value(settings, key)));
    }

    public AlertCheck check(Instant now) {
        return new AlertCheck(pack, directory, settings, reader, preview, surfaces, now);
    }

    AudienceTerms terms(Instant now, Set<String> alerts) {
        return new AudienceTerms(directory, EasternTime.dateAt(now), pack.languages(), surfaces.keySet(), alerts);
    }
}
