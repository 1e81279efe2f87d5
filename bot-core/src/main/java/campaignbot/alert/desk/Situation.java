package campaignbot.alert.desk;

import campaignbot.alert.audience.AudienceTerms;
import campaignbot.alert.check.AlertCheck;
import campaignbot.alert.check.AlertPreview;
import campaignbot.alert.check.ReadWords;
import campaignbot.alert.sending.AlertCaps;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Pack;
import campaignbot.message.Surface;
import campaignbot.settings.Catalogue;
import campaignbot.settings.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
public record Situation(
        Pack pack,
        Version settings,
        Directory directory,
        ReadWords.Reader reader,
        AlertPreview preview,
        Map<String, Surface> surfaces) {

    public Situation {
        surfaces = Map.copyOf(surfaces);
    }

    /** How many alerts a person gets at most. */
    public AlertCaps caps() {
        Catalogue catalogue = Catalogue.of(pack);
        return new AlertCaps(number(catalogue, Catalogue.ALERTS_A_WEEK), number(catalogue, Catalogue.ALERTS_A_MONTH));
    }

    private int number(Catalogue catalogue, String key) {
        return Integer.parseInt(Objects.requireNonNull(catalogue.value(settings, key)));
    }

    public AlertCheck check(Instant now) {
        return new AlertCheck(pack, directory, settings, reader, preview, surfaces, now);
    }

    AudienceTerms terms(Instant now, Set<String> alerts) {
        return new AudienceTerms(directory, EasternTime.dateAt(now), pack.languages(), surfaces.keySet(), alerts);
    }
}
