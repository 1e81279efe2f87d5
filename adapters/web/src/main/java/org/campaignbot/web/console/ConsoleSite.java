package org.campaignbot.web.console;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Pages;
import org.campaignbot.web.RateLimit;
import org.campaignbot.web.WebPart;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.jspecify.annotations.Nullable;

/**
 * The console: lets organizers in by a link that works once, keeps each route's rule, and passes on what is asked. Thread-safe.
 */
public final class ConsoleSite implements WebPart {

    /** The path of the page that Telegram opens in a window of its own. */
    public static final String INSIDE = "/console/telegram";

    private static final String START = "/console";

    /** Two languages of 2,500 characters, each of up to twelve bytes when sent by a form, and the rest. */
    private static final int LARGEST = 96 * 1024;

    private static final int SIGN_INS_A_MINUTE = 20;

    /** Over https, a name that only this host can set, and that no page over http can. */
    private static final String SECURE_COOKIE = "__Host-console";

    private static final String COOKIE = "console";

    /** Fields of forms that hold no words of whoever sent them. */
    private static final Set<String> NOT_TYPED = Set.of(
            "about", "action", "checked", "count", "do", "form", "id", "kind", "once", "read", "seen", "sure", "take",
            "topic", "version", "was", "what");

    private final ConsoleHost host;
    private final Pages pages = new Pages();
    private final ConsoleSessions sessions;
    private final RateLimit tries;
    private final AlertPage alerts;
    private final InsideEntry inside;
    private final TryOutPage tryOut;
    private final PeoplePage people;

    /** A console over what a host gives. */
    public ConsoleSite(ConsoleHost host) {
        this.host = host;
        this.sessions = new ConsoleSessions(host.clock());
        this.tries = new RateLimit(SIGN_INS_A_MINUTE, host.clock());
        this.alerts = new AlertPage(host.clock());
        this.inside = new InsideEntry(host);
        this.tryOut = new TryOutPage(host);
        this.people = new PeoplePage(host);
    }

    @Override
    public String start() {
        return START;
    }

    @Override
    public boolean has(String path) {
        return path.equals(START) || path.startsWith(START + "/");
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public void dropExpired() {
        sessions.dropExpired();
        host.links().dropExpired();
        tries.dropExpired();
        inside.dropExpired();
        tryOut.dropExpired();
    }

    @Override
    public @Nullable WebReply decide(WebRequest request, long length) {
        ConsoleVisit visit = visit(request);
        ConsoleRoute route = visit.route();
        if (route == null) {
            return visit.trouble(404, "not-found", List.of());
        }
        Optional<ConsoleRoute.Rule> rule = route.rule(request.method());
        if (rule.isEmpty()) {
            return visit.trouble(405, "not-found", List.of()).with("Allow", route.allow());
        } else if (request.method().equals("POST")) {
            return length > LARGEST ? tooLong(visit) : null;
        }
        WebReply reply = refusal(visit, rule.get(), null).orElseGet(() -> get(visit, route));
        return route == ConsoleRoute.INSIDE ? InsideEntry.framed(reply) : reply;
    }

    @Override
    public WebReply accept(WebRequest request, byte[] body) {
        ConsoleVisit visit = visit(request).form();
        ConsoleRoute route = visit.route();
        Optional<ConsoleRoute.Rule> rule = route == null ? Optional.empty() : route.rule("POST");
        if (route == null || rule.isEmpty()) {
            return visit.trouble(404, "not-found", List.of());
        } else if (body.length > LARGEST) {
            return tooLong(visit);
        }
        FormFields fields = FormFields.of(body);
        WebReply reply = refusal(visit, rule.get(), fields)
                .orElseGet(() -> visit.isTraining() && !route.isForTraining()
                        ? visit.trouble(409, "training", List.of())
                        : post(visit, route, fields));
        return route == ConsoleRoute.INSIDE ? InsideEntry.framed(reply) : reply;
    }

    private ConsoleVisit visit(WebRequest request) {
        return new ConsoleVisit(host, pages, request, sessions.find(request.cookie(cookieName(request))));
    }

    private static WebReply tooLong(ConsoleVisit visit) {
        return visit.trouble(413, "too-long", List.of()).with("Connection", "close");
    }

    /** Why a request isn't answered: by nobody, by somebody whose role doesn't cover it, or from another site. */
    private static Optional<WebReply> refusal(ConsoleVisit visit, ConsoleRoute.Rule rule, @Nullable FormFields fields) {
        if (fields != null && visit.request().isFromElsewhere()) {
            return Optional.of(visit.trouble(403, "from-elsewhere", List.of()));
        } else if (rule == ConsoleRoute.Rule.ANYONE) {
            return Optional.empty();
        } else if (!visit.isSignedIn()) {
            return Optional.of(
                    fields == null
                            ? visit.seeOther(ConsoleRoute.SIGN_IN.path())
                            : visit.trouble(401, "signed-out", typed(visit, fields)));
        } else if (!visit.isAllowed(rule)) {
            return Optional.of(visit.trouble(403, "not-allowed", List.of()));
        }
        return fields == null || visit.isOwn(fields)
                ? Optional.empty()
                : Optional.of(visit.trouble(403, "old-form", typed(visit, fields)));
    }

    /** The words in a form that wasn't taken, to be copied; they are shown to whoever sent them and to nobody else. */
    private static List<String> typed(ConsoleVisit visit, FormFields fields) {
        Stream<String> first = Stream.concat(
                visit.host().engine().get().pack().languages().stream().map(each -> each.code()), Stream.of("reason"));
        return Stream.concat(first, fields.values().keySet().stream().sorted())
                .distinct()
                .filter(each -> !NOT_TYPED.contains(each))
                .map(fields::get)
                .filter(each -> !each.isBlank())
                .toList();
    }

    private WebReply get(ConsoleVisit visit, ConsoleRoute route) {
        return switch (route) {
            case SIGN_IN -> signIn(visit);
            case ENTER -> enter(visit);
            case INSIDE -> InsideEntry.show(visit);
            case TODAY -> TodayPage.show(visit);
            case WRITE, DRAFT -> WritePage.show(visit);
            case ALERT -> alerts.show(visit);
            case FIGURES -> alerts.figures(visit);
            case ALERT_CSV -> alerts.csv(visit);
            case PAST -> PastPage.show(visit);
            case REPORT -> PastPage.report(visit);
            case REPORT_CSV -> PastPage.csv(visit);
            case CAMPAIGN -> CampaignPage.show(visit);
            case FINDINGS -> CampaignPage.check(visit);
            case CHATS -> ChatsPage.show(visit);
            case CHAT -> ChatsPage.one(visit);
            case TRY -> tryOut.show(visit);
            case SIGN_OUT, TRAINING -> visit.trouble(405, "not-found", List.of());
            case PEOPLE -> people.show(visit);
            case TABLES -> TablesPage.show(visit);
            case CORRECT -> CorrectPage.show(visit);
            case SETTINGS -> SettingsPage.show(visit);
            case SETTING -> RecordPage.show(visit);
            case AUDIT -> AuditPage.show(visit);
            case HEALTH -> HealthPage.show(visit);
        };
    }

    private WebReply post(ConsoleVisit visit, ConsoleRoute route, FormFields fields) {
        return switch (route) {
            case ENTER -> letIn(visit);
            case INSIDE -> letInFromApp(visit, fields);
            case SIGN_OUT -> signOut(visit);
            case WRITE, DRAFT -> WritePage.take(visit, fields);
            case ALERT -> alerts.take(visit, fields);
            case CAMPAIGN -> CampaignPage.ask(visit, fields, tryOut);
            case TRY -> tryOut.take(visit, fields);
            case TRAINING -> train(visit, fields);
            case PEOPLE -> people.take(visit, fields);
            case TABLES -> TablesPage.take(visit, fields);
            case CORRECT -> CorrectPage.take(visit, fields);
            case SETTING -> RecordPage.take(visit, fields);
            default -> visit.trouble(405, "not-found", List.of());
        };
    }

    private static WebReply signIn(ConsoleVisit visit) {
        if (visit.isSignedIn()) {
            return visit.seeOther(START);
        }
        URI chat = visit.host().askInChat().get();
        Map<String, Object> values = new HashMap<>();
        values.put("chat", chat == null ? "" : chat.toString());
        return visit.reply(200, "sign-in", visit.page(visit.say("sign-in.title"), "", ""), values);
    }

    /** Shows the button that signs in; to load this page changes nothing, since previews of links do it too. */
    private WebReply enter(ConsoleVisit visit) {
        if (!tries.take(visit.request().client())) {
            return visit.tooFast();
        }
        return host.links().works(visit.name())
                ? visit.reply(200, "enter", visit.page(visit.say("enter.title"), "", ""), Map.of())
                : visit.trouble(410, "used-link", List.of());
    }

    private WebReply letIn(ConsoleVisit visit) {
        if (!tries.take(visit.request().client())) {
            return visit.tooFast();
        }
        Optional<String> organizer = host.links()
                .spend(visit.name())
                .filter(id -> OrganizerRules.find(host.organizers().all(), id).isPresent());
        if (organizer.isEmpty()) {
            return visit.trouble(410, "used-link", List.of());
        }
        return begin(visit, organizer.get());
    }

    /** Signs in somebody who opened the console in Telegram; whoever already is goes on, with the training that may be on. */
    private WebReply letInFromApp(ConsoleVisit visit, FormFields fields) {
        if (!tries.take(visit.request().client())) {
            return visit.tooFast();
        }
        Optional<String> organizer = inside.spend(fields.get("data")).map(Organizer::id);
        boolean isFramed = fields.get("framed").equals("yes");
        if (organizer.isEmpty()) {
            // The app's own reload shows the same data again.
            return visit.isSignedIn() ? visit.seeOther(START) : InsideEntry.refused(visit, isFramed);
        } else if (isFramed) {
            return InsideEntry.inTab(visit, host.links().path(organizer.get()));
        }
        return visit.isSignedInAs(organizer.get()) ? visit.seeOther(START) : begin(visit, organizer.get());
    }

    /** Begins a new session, so that none from before the sign-in is of any use. */
    private WebReply begin(ConsoleVisit visit, String organizer) {
        sessions.end(visit.request().cookie(cookieName(visit.request())));
        host.organizers().enteredConsole(organizer, host.clock().instant());
        return visit.seeOther(START)
                .with(
                        "Set-Cookie",
                        cookie(visit.request(), sessions.begin(organizer), ConsoleSessions.LIFE.toSeconds()));
    }

    /** Begins or ends the training of a sign-in; to begin it again changes nothing. */
    private WebReply train(ConsoleVisit visit, FormFields fields) {
        switch (fields.get("do")) {
            case "begin" -> {
                if (!visit.isTraining()) {
                    visit.memory().train(new TrainingMode(host, visit.say("training.colleague")));
                }
            }
            case "end" -> visit.memory().train(null);
            default -> {}
        }
        return visit.seeOther(START);
    }

    private WebReply signOut(ConsoleVisit visit) {
        tryOut.end(visit);
        sessions.end(visit.request().cookie(cookieName(visit.request())));
        return visit.seeOther(ConsoleRoute.SIGN_IN.path()).with("Set-Cookie", cookie(visit.request(), "", 0));
    }

    private static String cookieName(WebRequest request) {
        return request.secure() ? SECURE_COOKIE : COOKIE;
    }

    private static String cookie(WebRequest request, String value, long seconds) {
        return cookieName(request) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (request.secure() ? "; Secure" : "");
    }
}
