package campaignbot.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the subscribers of a page had to do with earlier alerts, looked up for all of them when one is asked about. */
final class PageParts implements AudienceSource.EarlierParts {

    private final Recipients recipients;
    private final List<String> persons;
    private final Map<Criterion.Earlier, Set<String>> known = new HashMap<>();

    PageParts(Recipients recipients, List<Subscriber> page) {
        this.recipients = recipients;
        this.persons = page.stream().map(Subscriber::person).distinct().toList();
    }

    @Override
    public boolean took(Subscriber subscriber, String alert, Criterion.Part part) {
        return known.computeIfAbsent(
                        new Criterion.Earlier(alert, part), each -> recipients.took(alert, part, persons))
                .contains(subscriber.person());
    }
}
