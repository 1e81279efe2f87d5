package org.campaignbot.alert.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.lookup.Home;
import org.campaignbot.subscriptions.Cohort;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;
import org.jspecify.annotations.Nullable;

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
     * Whether the alert is for a cohort; never for one that must first be asked whether it still wants alerts.
     *
     * @param took whether one of them took a part in an earlier alert
     */
    private boolean isFor(Cohort cohort, Predicate<Earlier> took) {
        return !cohort.isStale()
                && cohort.wants(topic)
                && audience.include().stream().allMatch(each -> fits(cohort, each, took))
                && audience.exclude().stream().noneMatch(each -> fits(cohort, each, took));
    }

    /** The subscribers that the alert is for, in the same order; earlier parts are looked up for all of them at once. */
    public List<Subscriber> among(List<Subscriber> some) {
        Map<Earlier, Set<String>> tookPart = tookPart(some);
        return some.stream()
                .filter(subscriber -> isFor(
                        Cohort.of(subscriber, now),
                        earlier -> tookPart.getOrDefault(earlier, Set.of()).contains(subscriber.person())))
                .toList();
    }

    /** How many of the subscribers the alert is for, and how many there are. */
    public AudienceCount count(Subscribers subscribers) {
        Map<Cohort, Long> chosen = new HashMap<>();
        long[] all = {0};
        if (Stream.concat(audience.include().stream(), audience.exclude().stream())
                .anyMatch(Earlier.class::isInstance)) {
            // What people did with an alert is known person by person.
            subscribers.forEach(some -> {
                all[0] += some.size();
                among(some).forEach(each -> chosen.merge(Cohort.of(each, now), 1L, Long::sum));
            });
        } else {
            subscribers.cohorts(now).forEach((cohort, size) -> {
                all[0] += size;
                if (isFor(cohort, earlier -> false)) {
                    chosen.put(cohort, size);
                }
            });
        }
        return AudienceCount.of(chosen, all[0]);
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

    private boolean fits(Cohort cohort, Criterion criterion, Predicate<Earlier> took) {
        if (criterion instanceof InLanguage in) {
            return in.languages().contains(cohort.language());
        } else if (criterion instanceof OnPlatform on) {
            return on.channels().contains(cohort.channel());
        } else if (criterion instanceof OfGroup of) {
            return of.accounts().contains(cohort.account());
        } else if (criterion instanceof Earlier earlier) {
            return took.test(earlier);
        }
        return represents(representation(cohort), criterion);
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

    private Representation representation(Cohort cohort) {
        String home = cohort.home() == null ? NOWHERE : cohort.home();
        return byHome.computeIfAbsent(
                home, each -> Representation.of(each.equals(NOWHERE) ? null : each, directory, today));
    }

    /**
     * Who represents a home on a day, as far as the home tells.
     *
     * <p>A state alone gives its senators, and its representative if it has only one; so does a district of an outdated map. Vacant, expired
     * and missing seats represent no one.
     *
     * @param state the postal code, or null if no home is known
     * @param district as {@code NY-12}, or null if the home doesn't tell it
     * @param chambers where there is someone to call; an unknown one of a state's many representatives counts
     */
    record Representation(
            @Nullable String state,
            @Nullable String district,
            Set<Chamber> chambers,
            Set<String> lawmakers,
            Set<String> parties,
            Set<String> committees) {

        private static final Representation OF_NOBODY =
                new Representation(null, null, Set.of(), Set.of(), Set.of(), Set.of());

        Representation {
            chambers = Set.copyOf(chambers);
            lawmakers = Set.copyOf(lawmakers);
            parties = Set.copyOf(parties);
            committees = Set.copyOf(committees);
        }

        /**
         * Finds the representation of a home.
         *
         * @param home a state or a {@code state-district}, with or without the number of its map; null if none is known
         */
        static Representation of(@Nullable String home, Directory directory, LocalDate today) {
            if (home == null) {
                return OF_NOBODY;
            }
            String state = Home.state(home);
            District district = Home.district(home, directory, today)
                    .or(() -> onlyOne(state, directory))
                    .orElse(null);
            List<Seat> seats =
                    district == null ? directory.senateSeats(state, today) : directory.seats(district, today);
            Set<Chamber> chambers = new HashSet<>();
            Set<String> lawmakers = new HashSet<>();
            Set<String> parties = new HashSet<>();
            Set<String> committees = new HashSet<>();
            for (Seat seat : seats) {
                Optional<Lawmaker> holder = seat.holder();
                if (holder.isPresent()) {
                    chambers.add(seat.chamber());
                    lawmakers.add(holder.get().bioguide());
                    parties.add(holder.get().party());
                    committees.addAll(directory.committeesOf(holder.get().bioguide(), today));
                }
            }
            if (district == null && hasRepresentatives(state, directory, today)) {
                chambers.add(Chamber.HOUSE);
            }
            return new Representation(
                    state, district == null ? null : district.toString(), chambers, lawmakers, parties, committees);
        }

        private static Optional<District> onlyOne(String state, Directory directory) {
            return directory.districts(state).stream()
                    .filter(District::isAtLarge)
                    .findFirst();
        }

        private static boolean hasRepresentatives(String state, Directory directory, LocalDate today) {
            return directory.districts(state).stream()
                    .flatMap(each -> directory.seat(each.toString(), today).stream())
                    .anyMatch(seat -> seat.holder().isPresent());
        }
    }
}
