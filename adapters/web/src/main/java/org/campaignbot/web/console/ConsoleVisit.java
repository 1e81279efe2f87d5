package org.campaignbot.web.console;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.people.Language;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Languages;
import org.campaignbot.web.Page;
import org.campaignbot.web.Pages;
import org.campaignbot.web.RateLimit;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.jspecify.annotations.Nullable;

/** A request to the console: who it is from, in which language, and where to. */
final class ConsoleVisit {

    /** What would reach people in their chats. */
    private static final Set<String> REACHES = Set.of("asked", "tested", "tested-group", "sending", "scheduled");

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final ConsoleHost host;
    private final Pages pages;
    private final WebRequest request;
    private final @Nullable ConsoleRoute route;
    private final ConsoleSessions.@Nullable Session session;
    private final @Nullable Organizer organizer;
    private final List<Language> offered;
    private final boolean isChosen;
    private final Language language;
    private final Instant now;
    private final @Nullable TrainingMode training;
    private boolean isForm;
    private boolean isColleague;

    ConsoleVisit(ConsoleHost host, Pages pages, WebRequest request, Optional<ConsoleSessions.Session> session) {
        this.pages = pages;
        this.request = request;
        this.route = ConsoleRoute.of(request.path()).orElse(null);
        this.organizer = session.flatMap(
                        each -> OrganizerRules.find(host.organizers().all(), each.organizer()))
                .orElse(null);
        // Losing the role signs people out, even with a good cookie.
        this.session = organizer == null ? null : session.orElse(null);
        this.training = this.session == null ? null : this.session.memory().training();
        this.host = training == null ? host : training.host();
        if (training != null) {
            training.advance();
        }
        this.offered = host.engine().get().pack().languages();
        String chosen = query("lang");
        this.isChosen = Languages.isOffered(chosen, offered);
        if (isChosen && this.session != null) {
            this.session.memory().language(chosen);
        }
        String remembered = isChosen || this.session == null
                ? chosen
                : this.session.memory().language();
        this.language = Languages.of(remembered, request.headerOrEmpty("Accept-Language"), offered);
        this.now = this.host.clock().instant();
    }

    /** What the page works with: what is real, or in training what isn't. */
    ConsoleHost host() {
        return host;
    }

    boolean isTraining() {
        return training != null;
    }

    /** What this sign-in has in memory; only asked for where the route's rule has been kept. */
    ConsoleSessions.Memory memory() {
        if (session == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return session.memory();
    }

    /** In training, whoever wrote an alert plays the organizer who has to approve it. */
    void playColleague(Alert alert) {
        isColleague = training != null && alert.stage() == Alert.Stage.CHECKED;
    }

    /** What the address says was just done, in the words under a name; empty if it's none of these. In training it tells what wasn't. */
    String told(String name, Set<String> known, String... values) {
        String what = query("told");
        return known.contains(what)
                ? say(name + (isTraining() && REACHES.contains(what) ? ".training." : ".") + what, values)
                : "";
    }

    /** A figure in words. */
    String figure(Figure figure) {
        return figure.isFew() ? say("few") : number(figure.tens());
    }

    WebRequest request() {
        return request;
    }

    @Nullable
    ConsoleRoute route() {
        return route;
    }

    Language language() {
        return language;
    }

    /** The language that the campaign was written in. */
    Language base() {
        return host.engine().get().pack().base();
    }

    Instant now() {
        return now;
    }

    /** The last part of the path. */
    String name() {
        return route == null ? "" : route.name(request.path());
    }

    /** A parameter of the address. */
    String query(String name) {
        return FormFields.of(request.query()).get(name);
    }

    boolean isSignedIn() {
        return organizer != null;
    }

    boolean isSignedInAs(String id) {
        return organizer != null && organizer.id().equals(id);
    }

    boolean isAllowed(ConsoleRoute.Rule rule) {
        return rule.allows(organizer == null ? null : organizer.role());
    }

    /** Whether a form is one that this session was given. */
    boolean isOwn(FormFields fields) {
        return session != null && secret().equals(fields.get("form"));
    }

    /** The secret of this sign-in's forms. Training has its own, so that a page written in one is never taken in the other. */
    private String secret() {
        return training != null ? training.form() : session == null ? "" : session.form();
    }

    /** Who is signed in, or in training whom they play; only asked for where the route's rule has been kept. */
    Organizer organizer() {
        if (training != null && isColleague) {
            return training.colleague();
        }
        if (organizer == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return organizer;
    }

    Actor actor() {
        return Actor.of(organizer());
    }

    /** Whether nobody else may write and approve alerts; in training, somebody always may. */
    boolean isOnlyOrganizer() {
        return training == null
                && host.organizers().all().stream()
                        .noneMatch(each -> each.role().covers(Role.ORGANIZER) && !each.equals(organizer));
    }

    /** Where the bot is in a chat app, in one tap; empty if it's in none that has links. */
    String botChat() {
        URI chat = host.askInChat().get();
        return chat == null ? "" : chat.toString();
    }

    /** An organizer's name; a phrase for one who is gone. */
    String nameOf(String id) {
        return host.organizers().all().stream()
                .filter(each -> each.id().equals(id))
                .map(Organizer::name)
                .findFirst()
                .orElseGet(() -> training != null && id.equals(TrainingMode.COLLEAGUE)
                        ? training.colleague().name()
                        : say("someone-gone"));
    }

    /** The page answers a form, so a link to it in another language would lose what was typed. */
    ConsoleVisit form() {
        isForm = true;
        return this;
    }

    String say(String key, String... values) {
        return page("", "", "").say(key, values);
    }

    /** Whether the console has words of its own under a key. */
    boolean knows(String key) {
        return page("", "", "").page().knows("console." + key);
    }

    /** A moment by the clock of Washington. */
    String time(Instant at) {
        return host.composing().time(at, language) + " " + say("eastern");
    }

    /** The same, with the time on the West Coast: "Wed Nov 25, 12:00 PM Eastern (9:00 AM Pacific)". */
    String bothCoasts(Instant at) {
        return time(at) + " " + say("pacific", host.composing().timeIn(PACIFIC, at, language));
    }

    /** In training, skips the wait for an alert that is scheduled. */
    void skipTo(Alert alert) {
        if (training != null) {
            training.skipTo(alert);
        }
    }

    /** A number as people write it. */
    static String number(long count) {
        return String.format(Locale.US, "%,d", count);
    }

    ConsolePage page(String title, String section, String notice) {
        Language other = offered.stream()
                .filter(each -> !isForm && !each.equals(language))
                .findFirst()
                .orElse(language);
        Page around = new Page(
                title,
                host.engine().get().packTitle(language, now),
                request.path(),
                language,
                isChosen,
                other,
                new Page.Parts(false, false, false));
        return new ConsolePage(
                around,
                section,
                organizer == null ? "" : organizer.name(),
                organizer == null ? null : organizer.role(),
                secret(),
                notice,
                false,
                training == null
                        ? null
                        : new ConsolePage.Training(
                                isColleague ? training.colleague().name() : "",
                                training.isAhead() ? host.composing().time(now, language) : ""));
    }

    /** A page by its template, with the console's frame and these values. */
    WebReply reply(int status, String template, ConsolePage page, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("console", status < 400 ? page : page.withTrouble());
        // The figures are asked for again by our own script.
        return pages.render(status, "console/" + template, all)
                .with("Content-Security-Policy", WebReply.POLICY + "; connect-src 'self'")
                .with("X-Robots-Tag", "noindex");
    }

    WebReply seeOther(String path) {
        return WebReply.seeOther(
                !isChosen ? path : path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.code());
    }

    /** A page that says what went wrong and what to do, and shows what was typed. */
    WebReply trouble(int status, String what, List<String> typed) {
        return reply(
                status, "trouble", form().page(say("trouble." + what), "", ""), Map.of("what", what, "typed", typed));
    }

    /** The reply to somebody who has used up this minute's limit. */
    WebReply tooFast() {
        return trouble(429, "too-fast", List.of()).with("Retry-After", RateLimit.RETRY_AFTER);
    }
}
