package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.alert.Alert;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;

/**
 * What people get, as one platform shows it in one language.
 *
 * @param platform the name of its channel, which the style goes by
 * @param name the platform's name
 * @param left how many more characters fit into one message there, or a negative number if it takes several
 */
public record PreviewCard(String platform, String name, Language language, List<Message> messages, int left) {

    /** The previews of an alert on each platform, those in the reader's language first. */
    static List<PreviewCard> of(Alert alert, ConsoleHost host, Language own) {
        List<PreviewCard> cards = new ArrayList<>();
        Map<String, Surface> surfaces = new TreeMap<>(Comparator.reverseOrder());
        surfaces.putAll(host.surfaces());
        host.desk()
                .preview(alert)
                .forEach((language, message) -> surfaces.forEach((platform, surface) -> {
                    List<Message> messages = Fit.fit(message, surface);
                    int length = messages.get(0).text().visible().length();
                    int left = messages.size() > 1 ? -1 : surface.textLimit() - length;
                    cards.add(new PreviewCard(platform, named(platform), language, messages, left));
                }));
        cards.sort(Comparator.comparing(card -> !card.language().equals(own)));
        return cards;
    }

    private static String named(String platform) {
        return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
    }
}
