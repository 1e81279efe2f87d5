package org.campaignbot.web.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.States;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Page;
import org.campaignbot.web.WebReply;

/** How many people get alerts, and who helps to run the bot; admins invite, rename and remove helpers here. */
public final class PeoplePage {

    static final String PATH = "/console/people";

    private static final Set<String> TOLD = Set.of("renamed", "removed");
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final List<Role> OFFERED = List.of(Role.ORGANIZER, Role.VIEWER);

    private final SecureRandom random = new SecureRandom();
    /** However often the page is looked at, everybody is counted once in a while. */
    private final Cache<String, PeopleCount> counted;
    /** The codes that were made by a form, for its second press. */
    private final Cache<String, OneTimeCode> made;

    PeoplePage(ConsoleHost host) {
        this.counted = cache(host, FRESH);
        this.made = cache(host, OneTimeCode.LIFETIME);
    }

    private static <T> Cache<String, T> cache(ConsoleHost host, Duration life) {
        return Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterWrite(life)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(host.clock().millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * The page.
     *
     * @param helpers who helps to run the bot, the earliest first
     * @param once stands for the form that invites, so that a second press of it makes no second code
     * @param invite the fields of that form; empty for whoever may not use it
     */
    public record People(
            List<Count> totals,
            List<Count> platforms,
            List<Count> languages,
            List<Count> states,
            List<Helper> helpers,
            String once,
            List<FormField> invite,
            Code code) {}

    /** A line of figures. */
    public record Count(String name, String figure) {}

    /**
     * Somebody who helps to run the bot.
     *
     * @param rename the field of the form that renames them; none for whoever may not
     */
    public record Helper(String id, String name, String role, String since, boolean isReader, List<FormField> rename) {}

    /** A code that was just made, for whom, and where they type it; empty if none was. */
    public record Code(String text, String name, String role, String botChat) {
        static final Code NONE = new Code("", "", "", "");
    }

    WebReply show(ConsoleVisit visit) {
        return page(visit, 200, visit.told("roles.told", TOLD), Code.NONE, FormFields.of(""), Optional.empty());
    }

    WebReply take(ConsoleVisit visit, FormFields fields) {
        return switch (fields.get("do")) {
            case "invite" -> invite(visit, fields);
            case "rename" -> rename(visit, fields);
            case "remove" -> remove(visit, fields);
            default -> visit.seeOther(PATH);
        };
    }

    private synchronized WebReply invite(ConsoleVisit visit, FormFields fields) {
        String name = fields.get(NAME).strip();
        Optional<Role> role = OFFERED.stream()
                .filter(each -> each.word().equals(fields.get(ROLE)))
                .findFirst();
        if (role.isEmpty()) {
            return page(visit, 422, "", Code.NONE, fields, Optional.of(OrganizerRefusal.NOT_ALLOWED));
        }
        String form = visit.organizer().id() + "/" + fields.get("once") + "/" + role.get() + "/" + name;
        OneTimeCode code = made.getIfPresent(form);
        if (code == null) {
            code = OneTimeCode.random(random);
            Optional<OrganizerRefusal> refusal = visit.host()
                    .organizers()
                    .invite(
                            code,
                            new Grant.Invited(role.get(), name),
                            visit.organizer().id(),
                            visit.now());
            if (refusal.isPresent()) {
                return page(visit, 422, "", Code.NONE, fields, refusal);
            }
            made.put(form, code);
        }
        Code shown = new Code(code.text(), name, visit.say("role." + role.get().word()), visit.botChat());
        return page(visit, 200, "", shown, FormFields.of(""), Optional.empty());
    }

    private WebReply rename(ConsoleVisit visit, FormFields fields) {
        String id = fields.get("id");
        String name = fields.get(NAME).strip();
        Optional<Organizer> present =
                OrganizerRules.find(visit.host().organizers().all(), id);
        if (present.isPresent() && present.get().name().equals(name)) {
            return visit.seeOther(PATH + "?told=renamed");
        } else if (present.isEmpty() || !present.get().name().equals(fields.get("was"))) {
            return page(visit, 409, visit.say("data.changed"), Code.NONE, fields, Optional.empty());
        }
        return visit.host()
                .organizers()
                .rename(id, name, visit.organizer().id(), visit.now())
                .map(why -> page(visit, 422, "", Code.NONE, fields, Optional.of(why)))
                .orElseGet(() -> visit.seeOther(PATH + "?told=renamed"));
    }

    private WebReply remove(ConsoleVisit visit, FormFields fields) {
        String id = fields.get("id");
        Optional<Organizer> present =
                OrganizerRules.find(visit.host().organizers().all(), id);
        if (present.isEmpty()) {
            return visit.seeOther(PATH + "?told=removed");
        } else if (!present.get().name().equals(fields.get("was"))) {
            return page(visit, 409, visit.say("data.changed"), Code.NONE, FormFields.of(""), Optional.empty());
        }
        return visit.host()
                .organizers()
                .remove(id, visit.organizer().id(), visit.now())
                .map(why -> page(visit, 422, refused(visit, why), Code.NONE, FormFields.of(""), Optional.empty()))
                .orElseGet(() -> visit.seeOther(PATH + "?told=removed"));
    }

    private static String refused(ConsoleVisit visit, OrganizerRefusal why) {
        return switch (why) {
            case LAST_ADMIN, NAME_TAKEN, BAD_NAME, NOBODY -> visit.say("roles.refused." + why.word());
            default -> visit.say("roles.refused.other");
        };
    }

    /**
     * The page.
     *
     * @param typed what was typed into a form that wasn't taken
     * @param why what is wrong with the name in it
     */
    private WebReply page(
            ConsoleVisit visit,
            int status,
            String notice,
            Code code,
            FormFields typed,
            Optional<OrganizerRefusal> why) {
        PeopleCount people =
                counted.get("", key -> PeopleCount.of(visit.host().data().subscribers(), visit.now()));
        boolean isAdmin = visit.isAllowed(ConsoleRoute.Rule.ADMIN);
        List<String> wrong = why.map(each -> List.of(refused(visit, each))).orElse(List.of());
        People page = new People(
                List.of(
                        new Count(visit.say("totals.people"), visit.figure(people.total())),
                        new Count(visit.say("totals.groups"), visit.figure(people.groups()))),
                counts(visit, people.byPlatform(), each -> Character.toUpperCase(each.charAt(0)) + each.substring(1)),
                counts(visit, people.byLanguage(), each -> visit.say("language." + each)),
                counts(visit, people.byState(), States::nameOrCode),
                helpers(visit, isAdmin, typed, wrong),
                isAdmin ? Secrets.text(random) : "",
                isAdmin ? invitation(visit, typed, wrong) : List.of(),
                code);
        return visit.reply(
                status, "people", visit.page(visit.say("totals.title"), "data", notice), Map.of("people", page));
    }

    private static List<Helper> helpers(ConsoleVisit visit, boolean isAdmin, FormFields typed, List<String> wrong) {
        String renamed = typed.get("do").equals("rename") ? typed.get("id") : "";
        return visit.host().organizers().all().stream()
                .map(each -> {
                    boolean isMeant = each.id().equals(renamed);
                    FormField name = new FormField(
                            "f-name-" + each.id(),
                            NAME,
                            visit.say("roles.rename"),
                            "",
                            isMeant ? typed.get(NAME) : each.name(),
                            List.of(),
                            isMeant ? wrong : List.of());
                    return new Helper(
                            each.id(),
                            each.name(),
                            visit.say("role." + each.role().word()),
                            Page.day(EasternTime.dateAt(each.since()), visit.language()),
                            each.isSameAs(visit.organizer()),
                            isAdmin ? List.of(name) : List.of());
                })
                .toList();
    }

    /** The fields of the form that invites. */
    private static List<FormField> invitation(ConsoleVisit visit, FormFields typed, List<String> wrong) {
        boolean isInvite = typed.get("do").equals("invite");
        return List.of(
                FormField.of(
                        NAME,
                        visit.say("roles.name"),
                        visit.say("roles.name.hint"),
                        isInvite ? typed.get(NAME) : "",
                        List.of(),
                        isInvite ? wrong : List.of()),
                FormField.of(
                        ROLE,
                        visit.say("roles.role"),
                        visit.say("roles.role.hint"),
                        isInvite ? typed.get(ROLE) : Role.ORGANIZER.word(),
                        OFFERED.stream()
                                .map(each -> new FormField.Option(each.word(), visit.say("role." + each.word())))
                                .toList(),
                        List.of()));
    }

    private static List<Count> counts(ConsoleVisit visit, List<PeopleCount.Part> parts, UnaryOperator<String> name) {
        return parts.stream()
                .map(each -> new Count(name.apply(each.name()), visit.figure(each.figure())))
                .toList();
    }

    /**
     * How many people get alerts, as it may be shown. Each figure is made from its true count; a state with fewer than ten people has no
     * line, so that none tells that somebody there signed up.
     *
     * @param groups how many groups get them
     * @param byPlatform by the names of their channels
     * @param byLanguage by the codes of their languages
     * @param byState by the postal codes of their states
     */
    record PeopleCount(Figure total, Figure groups, List<Part> byPlatform, List<Part> byLanguage, List<Part> byState) {

        /** A part of the people. */
        public record Part(String name, Figure figure) {}

        /** Counts them. */
        static PeopleCount of(Subscribers subscribers, Instant now) {
            long[] all = {0, 0};
            Map<String, Long> platforms = new TreeMap<>();
            Map<String, Long> languages = new TreeMap<>();
            Map<String, Long> states = new TreeMap<>();
            subscribers.cohorts(now).forEach((each, size) -> {
                all[each.ofGroup() ? 1 : 0] += size;
                if (!each.ofGroup()) {
                    platforms.merge(each.channel(), size, Long::sum);
                    languages.merge(each.language().code(), size, Long::sum);
                    if (each.state() != null) {
                        states.merge(each.state(), size, Long::sum);
                    }
                }
            });
            return new PeopleCount(
                    Figure.of(all[0]),
                    Figure.of(all[1]),
                    parts(platforms),
                    parts(languages),
                    parts(states).stream()
                            .filter(each -> !each.figure().isFew())
                            .toList());
        }

        private static List<Part> parts(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .map(each -> new Part(each.getKey(), Figure.of(each.getValue())))
                    .toList();
        }
    }
}
