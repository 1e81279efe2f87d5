package org.campaignbot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudiencePhrase;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.desk.AlertJson;
import org.campaignbot.alert.desk.AlertResults;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.OutcomeReport;
import org.campaignbot.outcomes.OutcomeReport.By;
import org.campaignbot.outcomes.Period;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.web.RestProblem.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers programs that act for an organizer, by a token: alerts, audience counts and reports. Thread-safe.
 *
 * <p>Nothing is approved or sent here: that takes a person, at the desk, and never the author alone.
 */
final class RestApi {

    /** What a program may ask a minute. */
    private static final int CALLS_A_MINUTE = 120;

    /** Requests without a good token, from one client. */
    private static final int FAILURES_A_MINUTE = 30;

    private static final String PREFIX = "/api/";
    private static final String BEARER = "Bearer ";

    private final RestHost host;
    private final JsonMapper json = JsonMapper.shared();
    private final RateLimit calls;
    private final RateLimit failures;
    private final byte[] description = read("openapi.json");

    RestApi(RestHost host) {
        this.host = host;
        this.calls = new RateLimit(CALLS_A_MINUTE, host.clock());
        this.failures = new RateLimit(FAILURES_A_MINUTE, host.clock());
    }

    private static byte[] read(String name) {
        try (InputStream in = RestApi.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether a path is one of these; the look-up of lawmakers needs no token, and isn't. */
    static boolean serves(String path) {
        return path.startsWith(PREFIX) && !path.equals(Route.API_LAWMAKERS.path());
    }

    /** Drops expired entries. */
    void dropExpired() {
        calls.dropExpired();
        failures.dropExpired();
    }

    /** Answers from a request's head; null if the body decides. */
    @Nullable
    WebReply decide(WebRequest request, long length) {
        return guarded(request, () -> {
            ApiRoute route = route(request);
            charge(caller(request, route));
            if (!route.method().equals("POST")) {
                return get(request, route);
            } else if (length > WebSite.LARGEST) {
                throw tooLong();
            } else if (!request.headerOrEmpty("Content-Type").startsWith(WebReply.JSON)) {
                throw new Refused(RestProblem.of(
                        415, "The body isn't JSON", "Send it with the header Content-Type: application/json."));
            }
            return null;
        });
    }

    /** Answers a request that {@link #decide} left open. */
    WebReply accept(WebRequest request, byte[] body) {
        WebReply reply = guarded(request, () -> {
            if (body.length > WebSite.LARGEST) {
                throw tooLong();
            }
            ApiRoute route = route(request);
            // Between head and body the token may have been revoked.
            Caller caller = caller(request, route);
            return switch (route) {
                case DRAFT -> draft(object(body), caller);
                case SUBMIT -> submit(route.id(request.path()), caller);
                case AUDIENCE -> audience(object(body));
                default -> throw new Refused(notFound());
            };
        });
        return Objects.requireNonNull(reply);
    }

    /** Who asks: an organizer by a token, with no more rights than either has. */
    private record Caller(Organizer organizer, Actor actor, String token) {
        /** The caller on a route that needs no token. */
        static final Caller ANYONE =
                new Caller(new Organizer("", "", Role.VIEWER, List.of(), Instant.EPOCH), Actor.BOT, "");
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RestProblem problem;

        Refused(RestProblem problem) {
            super(problem.title());
            this.problem = problem;
        }
    }

    private interface Work {
        @Nullable
        WebReply answer();
    }

    private @Nullable WebReply guarded(WebRequest request, Work work) {
        WebReply reply;
        try {
            reply = work.answer();
        } catch (Refused refused) {
            reply = refused.problem.reply();
        } catch (RuntimeException failure) {
            host.failed().accept(failure);
            reply = RestProblem.of(500, "Something went wrong", "It's our fault, not yours. Please try again.")
                    .reply();
        }
        return reply == null ? null : reply.to(request);
    }

    private static ApiRoute route(WebRequest request) {
        return ApiRoute.of(request.method(), request.path()).orElseThrow(() -> {
            List<ApiRoute> others = ApiRoute.at(request.path());
            String allowed = others.stream().map(ApiRoute::method).collect(Collectors.joining(", "));
            return new Refused(
                    others.isEmpty()
                            ? notFound()
                            : RestProblem.of(405, "This path doesn't take " + request.method(), "Use " + allowed + ".")
                                    .with("Allow", allowed));
        });
    }

    private static RestProblem notFound() {
        return RestProblem.of(404, "There is nothing here", "GET /api/openapi.json lists what there is.");
    }

    private static Refused tooLong() {
        return new Refused(
                RestProblem.of(413, "The body is too long", "Send at most " + WebSite.LARGEST / 1024 + " KiB.")
                        .with("Connection", "close"));
    }

    private Caller caller(WebRequest request, ApiRoute route) {
        Role needed = route.role();
        if (needed == null) {
            return Caller.ANYONE;
        }
        String header = request.headerOrEmpty("Authorization");
        Optional<ApiTokens.Issued> issued = header.startsWith(BEARER)
                ? ApiToken.shown(header.substring(BEARER.length()).strip()).flatMap(host.tokens()::of)
                : Optional.empty();
        Optional<Organizer> organizer =
                issued.flatMap(each -> OrganizerRules.find(host.organizers().all(), each.organizer()));
        if (issued.isEmpty() || organizer.isEmpty()) {
            if (!failures.take(request.client())) {
                throw new Refused(RestProblem.of(
                                429, "Too many requests without a good token", "Wait a minute, then check the token.")
                        .with("Retry-After", RateLimit.RETRY_AFTER));
            }
            throw new Refused(RestProblem.of(
                            401,
                            "The token is missing, unknown or revoked",
                            "Send the header Authorization: Bearer TOKEN. On the server, ./bot token new makes a token.")
                    .with("WWW-Authenticate", "Bearer"));
        }
        Role role = issued.get().within(organizer.get().role());
        if (!role.covers(needed)) {
            throw new Refused(RestProblem.of(
                    403,
                    "This token's role is " + role.word() + ", and that takes " + needed.word(),
                    "Make a token with the role " + needed.word() + ": ./bot token new --role " + needed.word()));
        }
        return new Caller(
                organizer.get(),
                new Actor(organizer.get().id(), organizer.get().name(), role),
                issued.get().id());
    }

    /** Takes one of a token's calls of this minute. */
    private void charge(Caller caller) {
        if (!caller.equals(Caller.ANYONE) && !calls.take(caller.token())) {
            throw new Refused(RestProblem.of(
                            429,
                            "Too many requests",
                            "At most " + CALLS_A_MINUTE + " a minute are taken. Try again in a minute.")
                    .with("Retry-After", RateLimit.RETRY_AFTER));
        }
    }

    private WebReply get(WebRequest request, ApiRoute route) {
        return switch (route) {
            case OPENAPI -> WebReply.of(200, WebReply.JSON, description);
            case ALERTS ->
                json(
                        200,
                        Map.of(
                                "alerts",
                                host.alerts().all().stream()
                                        .map(alertJson()::alert)
                                        .toList()));
            case ALERT -> {
                Alert alert = host.alerts()
                        .find(route.id(request.path()))
                        .orElseThrow(() -> new Refused(RestProblem.of(
                                404, AlertRefusal.NO_SUCH_ALERT.words(), "GET /api/alerts lists them.")));
                Map<String, Object> row = alertJson().alert(alert);
                row.put("trail", AlertJson.trail(host.alerts().trail(alert.id())));
                if (alert.began() != null) {
                    row.put("report", AlertResults.shown(host.alerts().report(alert.id())));
                }
                yield json(200, row);
            }
            case REPORT -> report(FormFields.of(request.query()));
            default -> throw new Refused(notFound());
        };
    }

    private AlertJson alertJson() {
        return new AlertJson(host.organizers().all());
    }

    private WebReply draft(JsonNode body, Caller caller) {
        RestDraft read = RestDraft.of(
                body,
                host.engine().get().pack(),
                host.alerts().terms(),
                host.clock().instant());
        if (read.draft() == null) {
            throw new Refused(RestProblem.of(
                    422,
                    "The draft can't be read",
                    "Change what's listed, and send all of it again.",
                    read.problems()));
        }
        DeskAnswer answer = host.alerts().draft(read.draft(), caller.actor());
        if (answer instanceof DeskAnswer.Done done) {
            return json(201, alertJson().alert(done.alert()))
                    .with("Location", "/api/alerts/" + done.alert().id());
        }
        throw refused(answer);
    }

    /** Checks a draft and, if the check finds no error, asks the other organizers to approve it. */
    private WebReply submit(String id, Caller caller) {
        DeskAnswer answer = host.alerts().check(id, caller.actor());
        if (answer instanceof DeskAnswer.Done checked) {
            DeskAnswer asked = host.alerts().askForApproval(id, caller.actor());
            if (asked instanceof DeskAnswer.Done done) {
                boolean reached = host.asks().ask(done.alert(), caller.organizer());
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("alert", alertJson().alert(done.alert()));
                object.put("warnings", AlertJson.findings(checked.findings()));
                object.put("asked", reached);
                return json(200, object);
            }
            throw refused(asked);
        }
        throw refused(answer);
    }

    private static Refused refused(DeskAnswer answer) {
        if (answer instanceof DeskAnswer.Found found) {
            return new Refused(RestProblem.of(
                    422,
                    "The check found errors",
                    "Draft it again without them.",
                    found.findings().stream()
                            .map(each -> new Part(each.where(), each.message(), each.fix()))
                            .toList()));
        }
        AlertRefusal why = ((DeskAnswer.Refused) answer).why();
        return new Refused(RestProblem.of(why == AlertRefusal.NO_SUCH_ALERT ? 404 : 409, why.word(), why.words()));
    }

    private WebReply audience(JsonNode body) {
        List<Part> problems = new ArrayList<>();
        String line = RestDraft.text(body, "audience", problems);
        String topic = RestDraft.text(body, "topic", problems);
        Audience audience = RestDraft.audience(line, host.alerts().terms(), problems);
        if (!problems.isEmpty()) {
            throw new Refused(RestProblem.of(
                    422, "The audience can't be read", "Change what's listed, and ask again.", problems));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("audience", AudienceText.write(audience));
        object.put("in_words", AudiencePhrase.of(audience, host.alerts().terms(), Language.ENGLISH));
        object.putAll(AlertJson.count(host.alerts().count(audience, topic.isEmpty() ? Subscription.ALL : topic)));
        return json(200, object);
    }

    private WebReply report(FormFields query) {
        LocalDate today = EasternTime.dateAt(host.clock().instant());
        String byWord = query.get("by").isEmpty() ? By.OUTCOME.word() : query.get("by");
        By by = By.of(byWord)
                .orElseThrow(() -> badQuery(new Part(
                        "by",
                        "\"" + byWord + "\" isn't a way to split",
                        "write one of " + String.join(", ", By.words()))));
        Period period = period(query, today);
        if (!by.fits(period)) {
            throw badQuery(new Part(
                    "by",
                    "a report by " + by.word() + " needs whole " + (by == By.WEEK ? "weeks" : "months"),
                    by == By.WEEK ? "give a Monday and a Sunday" : "give months, as from=2026-10&to=2026-11"));
        }
        OutcomeReport report = OutcomeReport.of(
                by,
                period,
                host.tally(),
                OutcomeReport.known(host.engine().get().pack()));
        return json(200, report.json(host.numbers().reported(), today.isAfter(period.last())));
    }

    private static Period period(FormFields query, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        String from = query.get("from");
        String to = query.get("to");
        LocalDate first = from.isEmpty() ? month.atDay(1) : day("from", from, false);
        LocalDate last =
                to.isEmpty() ? YearMonth.from(from.isEmpty() ? today : first).atEndOfMonth() : day("to", to, true);
        if (!Period.isWhole(first, last)) {
            throw badQuery(new Part(
                    "from",
                    first + " to " + last + " isn't whole weeks or months",
                    "give months, as from=2026-10&to=2026-11, or a Monday and a Sunday"));
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, String typed, boolean isLast) {
        try {
            if (typed.length() > "2026-11".length()) {
                return LocalDate.parse(typed);
            }
            YearMonth month = YearMonth.parse(typed);
            return isLast ? month.atEndOfMonth() : month.atDay(1);
        } catch (DateTimeParseException unreadable) {
            throw badQuery(
                    new Part(field, "\"" + typed + "\" is neither a month nor a day", "write 2026-11 or 2026-11-23"));
        }
    }

    private static Refused badQuery(Part part) {
        return new Refused(RestProblem.of(
                422, "That report can't be made", "Change what's listed, and ask again.", List.of(part)));
    }

    private JsonNode object(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException notJson) {
            // Told below, without what was sent.
        }
        throw new Refused(RestProblem.of(
                400, "The body isn't a JSON object", "Send one, as {\"audience\": \"people in New York\"}."));
    }

    private WebReply json(int status, Map<String, Object> object) {
        return WebReply.of(status, WebReply.JSON, json.writeValueAsString(object));
    }
}
