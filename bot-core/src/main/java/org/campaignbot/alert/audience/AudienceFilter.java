package org.campaignbot.alert.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.campaignbot.alert.audience.Criterion.Earlier;
import org.campaignbot.alert.audience.Criterion.HasChamber;
import org.campaignbot.alert.audience.Criterion.HasLawmaker;
import org.campaignbot.alert.audience.Criterion.HasParty;
import org.campaignbot.alert.audience.Criterion.InDistrict;
import org.campaignbot.alert.audience.Criterion.InLanguage;
import org.campaignbot.alert.audience.Criterion.InState;
import org.campaignbot.alert.audience.Criterion.OfGroup;
import org.campaignbot.alert.audience.Criterion.OnCommittee;
import org.campaignbot.alert.audience.Criterion.OnPlatform;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.subscriptions.Subscriber;

/**
 * Decides which subscribers an alert is for, by who represents them at an instant.
 *
 * <p>It is pure and thread-safe; the lawmakers of each home are looked up once.
 */
public final class AudienceFilter {

    private static final String NOWHERE = "";

    private final Audience audience;
    private final String topic;
    private final Directory directory;
    private final Instant now;
    private final LocalDate today;
    private final Parts parts;
    private final Map<String, Representation> byHome = new ConcurrentHashMap<>();

    /** What people did with earlier alerts. */
    @FunctionalInterface
    public interface Parts {

        /** Those of some persons, by their keyed hashes, who took this part in the alert with that id. */
        Set<String> took(String alert, Criterion.Part part, Collection<String> persons);
    }

    /** A filter for an audience among those who want alerts about a topic. */
    public AudienceFilter(Audience audience, String topic, Directory directory, Instant now, Parts parts) {
        this.audience = audience;
        this.topic = topic;
        this.directory = directory;
        this.now = now;
        this.today = EasternTime.dateAt(now);
        this.parts = parts;
    }

    /**
     * Whether the alert is for a subscriber; never for one who must first be asked whether they still want alerts.
     *
     * @param took whether they took a part in an earlier alert
     */
    public boolean isFor(Subscriber subscriber, Predicate<Earlier> took) {
        return !subscriber.isStale(now)
                && subscriber.wants(topic)
                && audience.include().stream().allMatch(each -> fits(subscriber, each, took))
                && audience.exclude().stream().noneMatch(each -> fits(subscriber, each, took));
    }

    /** The subscribers that the alert is for, in the same order; earlier parts are looked up for all of them at once. */
    public List<Subscriber> among(List<Subscriber> some) {
        Map<Earlier, Set<String>> tookPart = tookPart(some);
        return some.stream()
                .filter(subscriber -> isFor(
                        subscriber,
                        earlier -> tookPart.getOrDefault(earlier, Set.of()).contains(subscriber.person())))
                .toList();
    }

    /** For each earlier part that the audience names, the subscribers who took it. */
    private Map<Earlier, Set<String>> tookPart(List<Subscriber> some) {
        Map<Earlier, Set<String>> tookPart = new HashMap<>();
        Stream.concat(audience.include().stream(), audience.exclude().stream()).forEach(criterion -> {
            if (criterion instanceof Earlier earlier) {
                List<String> persons = some.stream().map(Subscriber::person).toList();
                tookPart.put(earlier, parts.took(earlier.alert(), earlier.part(), persons));
            }
        });
        return tookPart;
    }

    private boolean fits(Subscriber subscriber, Criterion criterion, Predicate<Earlier> took) {
        if (criterion instanceof InLanguage in) {
            return in.languages().contains(subscriber.language());
        } else if (criterion instanceof OnPlatform on) {
            return on.channels().contains(subscriber.channel());
        } else if (criterion instanceof OfGroup of) {
            return of.accounts().contains(subscriber.account());
        } else if (criterion instanceof Earlier earlier) {
            return took.test(earlier);
        }
        return represents(representation(subscriber), criterion);
    }

    private static boolean represents(Representation representation, Criterion criterion) {
        if (criterion instanceof InState in) {
            return representation.state() != null && in.states().contains(representation.state());
        } else if (criterion instanceof InDistrict in) {
            return representation.district() != null && in.districts().contains(representation.district());
        } else if (criterion instanceof HasChamber has) {
            return representation.chambers().contains(has.chamber());
        } else if (criterion instanceof HasLawmaker has) {
            return meet(has.lawmakers(), representation.lawmakers());
        } else if (criterion instanceof HasParty has) {
            return meet(has.parties(), representation.parties());
        }
        return meet(((OnCommittee) criterion).committees(), representation.committees());
    }

    private static boolean meet(Set<String> wanted, Set<String> present) {
        return !Collections.disjoint(wanted, present);
    }

    private Representation representation(Subscriber subscriber) {
        String home = subscriber.home() == null ? NOWHERE : subscriber.home();
        return byHome.computeIfAbsent(
                home, each -> Representation.of(each.equals(NOWHERE) ? null : each, directory, today));
    }
}
