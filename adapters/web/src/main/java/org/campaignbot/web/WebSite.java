package org.campaignbot.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.campaignbot.conversation.Event;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for the public pages, the chat, and the look-up for programs. Thread-safe.
 *
 * <p>A place is only ever taken from a body: no address, and so no history, log or Referer, can hold one.
 */
public final class WebSite {

    /** The largest body that is read, in bytes; a chat takes 4,000 characters at a time. */
    public static final int LARGEST = 16 * 1024;

    /** The characters that a place may have; the longest names of towns have 50. */
    private static final int LONGEST_PLACE = 100;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private static final int LOOKUPS_A_MINUTE = 60;
    private static final int TURNS_A_MINUTE = 300;
    private static final int CHATS_A_MINUTE = 60;

    /** A host with its port, by name or address. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?");

    private final WebHost host;
    private final Pages pages = new Pages();
    private final LawmakersApi api = new LawmakersApi();
    private final @Nullable RestApi rest;
    private final RateLimit lookups;
    private final RateLimit turns;
    private final RateLimit starts;

    /**
     * Pages need little but the processor. With no more than two a core at a time, first come first served, the slowest of a hundred
     * waits a quarter as long.
     */
    private final Semaphore rendering = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    private volatile @Nullable Coded coded;

    /** A site over what a host gives. */
    public WebSite(WebHost host) {
        this.host = host;
        this.rest = host.rest() == null ? null : new RestApi(host.rest());
        this.lookups = new RateLimit(LOOKUPS_A_MINUTE, host.clock());
        this.turns = new RateLimit(TURNS_A_MINUTE, host.clock());
        this.starts = new RateLimit(CHATS_A_MINUTE, host.clock());
    }

    /** Drops expired entries; call it every few seconds. */
    public void dropExpired() {
        lookups.dropExpired();
        turns.dropExpired();
        starts.dropExpired();
        if (rest != null) {
            rest.dropExpired();
        }
        if (host.chats() != null) {
            host.chats().dropExpired();
        }
        if (host.part() != null) {
            host.part().dropExpired();
        }
    }

    /**
     * Answers from a request's head, so that a body need not be read.
     *
     * @param length the announced length of the body in bytes, or a negative number
     * @return null if the body decides
     */
    public @Nullable WebReply decide(WebRequest request, long length) {
        if (rest != null && RestApi.serves(request.path())) {
            return rest.decide(request, length);
        }
        WebPart part = part(request);
        return guarded(request, visit -> {
            if (part != null) {
                return part.decide(request, length);
            } else if (host.part() != null && !host.pages() && request.path().equals("/")) {
                return WebReply.seeOther(host.part().start());
            } else if (visit.route() == null) {
                return visit.trouble(404, "not-found");
            } else if (!visit.route().takes(request.method())) {
                return visit.trouble(405, "not-found")
                        .with("Allow", visit.route().allow());
            } else if (!request.method().equals("POST")) {
                return rendered(visit);
            } else if (length > LARGEST) {
                return tooLarge(visit);
            }
            return request.isFromElsewhere() ? visit.trouble(403, "from-elsewhere") : null;
        });
    }

    /** Answers a request that {@link #decide} left open. */
    public WebReply accept(WebRequest request, byte[] body) {
        if (rest != null && RestApi.serves(request.path())) {
            return rest.accept(request, body);
        }
        WebPart part = part(request);
        WebReply reply = guarded(request, visit -> {
            if (part != null) {
                return part.accept(request, body);
            }
            return body.length > LARGEST ? tooLarge(visit) : post(visit, body);
        });
        return reply == null ? WebReply.of(404, WebReply.HTML, "") : reply;
    }

    /** The largest body that is read for a request, in bytes. */
    public int largest(WebRequest request) {
        WebPart part = part(request);
        return part == null ? LARGEST : part.largest();
    }

    private @Nullable WebPart part(WebRequest request) {
        WebPart part = host.part();
        return part != null && part.has(request.path()) ? part : null;
    }

    private WebReply tooLarge(WebVisit visit) {
        return visit.trouble(413, "too-long").with("Connection", "close");
    }

    private @Nullable WebReply guarded(WebRequest request, Function<WebVisit, @Nullable WebReply> answer) {
        WebReply reply;
        WebVisit visit = new WebVisit(host, pages, api, request);
        try {
            reply = answer.apply(visit);
        } catch (RuntimeException failure) {
            host.failed().accept(failure);
            reply = visit.trouble(500, "went-wrong");
        }
        return reply == null ? null : reply.to(request);
    }

    private WebReply rendered(WebVisit visit) {
        boolean hasTurn = visit.routed() != Route.URGENT && visit.routed() != Route.ASSET && awaitTurn();
        try {
            return get(visit);
        } finally {
            if (hasTurn) {
                rendering.release();
            }
        }
    }

    /**
     * Waits for a turn, half a second at most, and says whether it came. The page is made either way: one that waits for the database
     * must not hold up the others.
     */
    private boolean awaitTurn() {
        try {
            return rendering.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private WebReply get(WebVisit visit) {
        String name = visit.name();
        return switch (visit.routed()) {
            case HOME -> home(visit);
            case LAWMAKERS ->
                pages.lawmakers(
                        200, visit.page(visit.say("lawmakers.title")), new Pages.Lawmakers(null, "", visit.asOf()));
            case SEATS ->
                visit.finder()
                        .of(name)
                        .map(found -> lawmakers(visit, found, ""))
                        .orElseGet(() -> visit.trouble(404, "not-found"));
            case SCRIPT ->
                visit.finder()
                        .of(name)
                        .filter(PlaceAnswer::hasScripts)
                        .map(found -> pages.script(visit.page(visit.say("script.title")), found, visit.asOf()))
                        .orElseGet(() -> visit.trouble(404, "not-found"));
            case TOPICS ->
                pages.topics(
                        visit.page(visit.say("topics.title")),
                        visit.pack().learn().orElse(null),
                        visit.pack().topics());
            case TOPIC ->
                visit.pack()
                        .topic(name)
                        .map(topic -> pages.topic(visit.page(topic.title()), visit.linked(topic), false))
                        .orElseGet(() -> visit.trouble(404, "not-found"));
            case PRIVACY -> privacy(visit);
            case URGENT -> urgent(visit);
            case CHAT -> chat(visit);
            case EMBED -> embed(visit, 200, null, "");
            case EMBED_SEATS ->
                visit.finder()
                        .of(name)
                        .map(found -> embed(visit, 200, found, ""))
                        .orElseGet(() -> visit.trouble(404, "not-found"));
            case EMBED_CODE -> embedCode(visit);
            case LEFT -> pages.left(visit.page(visit.say("left.title")));
            case ASSET -> Assets.reply(name).orElseGet(() -> visit.trouble(404, "not-found"));
            case CHAT_START, CHAT_LEAVE, API_LAWMAKERS -> visit.trouble(405, "not-found");
        };
    }

    private WebReply post(WebVisit visit, byte[] body) {
        return switch (visit.routed()) {
            case LAWMAKERS, EMBED -> lookUp(visit, FormFields.of(body));
            case API_LAWMAKERS -> lookUpForPrograms(visit, body);
            case CHAT_START -> start(visit, FormFields.of(body));
            case CHAT -> turn(visit, FormFields.of(body));
            case CHAT_LEAVE -> leave(visit, FormFields.of(body));
            default -> visit.trouble(405, "not-found");
        };
    }

    private WebReply home(WebVisit visit) {
        // Without a chat, what only starts there can't be done here.
        List<PackPages.Deed> deeds = visit.pack().deeds().stream()
                .filter(deed ->
                        host.chats() != null || deed.isPage() || !deed.links().isEmpty())
                .toList();
        WebHost.Ways ways = host.ways().get();
        return pages.home(
                visit.page(visit.pack().title()),
                new Pages.Home(
                        visit.headline(),
                        visit.pack().about(),
                        visit.pack().description(),
                        visit.pack().why().map(visit::linked).orElse(null),
                        host.total()
                                .get()
                                .map(figure -> visit.say("home.total", String.format(Locale.US, "%,d", figure.tens())))
                                .orElse(""),
                        host.chats() != null && visit.chat().isPresent(),
                        deeds,
                        ways.telegram(),
                        ways.telegram() == null ? null : code(ways.telegram()),
                        ways.slack()));
    }

    /** The link's code; a link seldom changes, so the last one is kept. */
    private QrPicture code(URI link) {
        Coded last = coded;
        if (last == null || !last.link().equals(link)) {
            last = new Coded(link, QrPicture.of(link));
            coded = last;
        }
        return last.picture();
    }

    private record Coded(URI link, QrPicture picture) {}

    private WebReply privacy(WebVisit visit) {
        return pages.privacy(
                visit.page(visit.say("privacy.title")),
                PackPages.summedUp(visit.linked(visit.pack().privacy())));
    }

    private WebReply urgent(WebVisit visit) {
        return pages.topic(visit.page(visit.say("urgent.title")), visit.pack().urgent(), true);
    }

    private WebReply lookUp(WebVisit visit, FormFields fields) {
        String place = fields.get("place").strip();
        if (!lookups.take(visit.request().client())) {
            return visit.tooFast();
        } else if (place.isEmpty() || place.length() > LONGEST_PLACE) {
            PlaceAnswer nothing = new PlaceAnswer(
                    visit.say(place.isEmpty() ? "none.empty" : "trouble.too-long"),
                    List.of(visit.say("none.empty.do")),
                    List.of(),
                    List.of(),
                    "");
            return lawmakers(visit, nothing, place.isEmpty() ? "" : place.substring(0, LONGEST_PLACE));
        }
        return lawmakers(visit, visit.finder().typed(place), place);
    }

    private WebReply embed(WebVisit visit, int status, @Nullable PlaceAnswer answer, String typed) {
        return pages.embed(
                status,
                visit.page(answer == null ? visit.headline() : answer.heading()),
                new Pages.Embed(visit.headline(), answer, typed, visit.asOf(), ""));
    }

    /** The page with the code for another site; it names this one as the browser did. */
    private WebReply embedCode(WebVisit visit) {
        String host = visit.request().headerOrEmpty("Host");
        String site = (visit.request().secure() ? "https://" : "http://")
                + (HOST.matcher(host).matches() ? host : "");
        String link = visit.to("/embed");
        return pages.embedCode(
                visit.page(visit.say("code.title")),
                "<iframe src=\"" + site + link + "\" title=\"" + escaped(visit.headline())
                        + "\" width=\"100%\" height=\"620\" frameborder=\"0\" loading=\"lazy\"></iframe>\n<p><a href=\""
                        + site
                        + visit.to("/") + "\">" + escaped(visit.headline()) + "</a></p>");
    }

    /** The text in the source of a page. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private WebReply lawmakers(WebVisit visit, PlaceAnswer answer, String typed) {
        int status = answer.seats().isEmpty() && answer.choices().isEmpty() ? 422 : 200;
        if (visit.routed().isFramed()) {
            return embed(visit, status, answer, typed);
        }
        return pages.lawmakers(
                status, visit.page(visit.say("lawmakers.title")), new Pages.Lawmakers(answer, typed, visit.asOf()));
    }

    private WebReply lookUpForPrograms(WebVisit visit, byte[] body) {
        if (!lookups.take(visit.request().client())) {
            return WebReply.of(429, WebReply.JSON, api.problem("too many requests; try again in a minute"))
                    .with("Retry-After", RateLimit.RETRY_AFTER);
        } else if (!visit.request().headerOrEmpty("Content-Type").startsWith(WebReply.JSON)) {
            return WebReply.of(415, WebReply.JSON, api.problem("send application/json"));
        }
        Optional<String> place = api.place(body).filter(each -> each.length() <= LONGEST_PLACE);
        return place.map(each -> WebReply.of(
                        200, WebReply.JSON, api.answer(host.directory().get(), each, EasternTime.dateAt(visit.now()))))
                .orElseGet(() -> WebReply.of(
                        400, WebReply.JSON, api.problem("send {\"place\": \"...\"} of 1 to 100 characters")));
    }

    private WebReply chat(WebVisit visit) {
        WebChat chat = visit.chat().orElse(null);
        if (chat == null) {
            boolean over = visit.hasCookie();
            WebReply before = pages.beforeChat(visit.page(visit.say("chat.title")), over);
            return over ? before.with("Set-Cookie", visit.cookie("", 0)) : before;
        }
        Language language = visit.chats().language(chat);
        List<WebChat.Entry> entries = chat.entries();
        return pages.chat(
                visit.in(language).page(visit.say("chat.title")),
                new Pages.Chat(
                        entries,
                        chat.form(),
                        entries.isEmpty() ? 0 : entries.get(entries.size() - 1).turn()));
    }

    private WebReply start(WebVisit visit, FormFields fields) {
        if (!starts.take(visit.request().client())) {
            return visit.tooFast();
        }
        String flow = fields.get("flow");
        Optional<PackPages.Deed> deed = visit.pack().deeds().stream()
                .filter(each -> each.flow().equals(flow))
                .findFirst();
        Optional<WebChat> running = visit.chat();
        if (running.isPresent()) {
            // A button on the home page goes on with a chat that is open.
            Event entry = new Event.Pressed(flow, Event.Pressed.ENTRY, Event.Pressed.ENTRY);
            deed.ifPresent(
                    each -> visit.chats().take(running.get(), running.get().form(), entry, each.title()));
            return WebReply.seeOther(visit.to("/chat") + "#new");
        }
        WebChat chat = visit.chats()
                .begin(
                        visit.language(),
                        deed.isPresent() ? flow : "",
                        host.outcomes().mark(visit.request().client()));
        return WebReply.seeOther(visit.to("/chat")).with("Set-Cookie", visit.cookie(chat.cookie(), -1));
    }

    private WebReply turn(WebVisit visit, FormFields fields) {
        WebChat chat = visit.chat().orElse(null);
        if (chat == null) {
            return pages.beforeChat(visit.page(visit.say("chat.title")), true);
        } else if (!turns.take(visit.request().client())) {
            return visit.tooFast();
        }
        String typed = fields.get("typed").strip();
        Optional<Event.Pressed> press = Presses.read(fields.get("press"));
        if (press.isPresent()) {
            visit.chats().take(chat, fields.get("form"), press.get(), chat.label(fields.get("press")));
        } else if (!typed.isEmpty()) {
            visit.chats().take(chat, fields.get("form"), new Event.Typed(typed), typed);
        }
        return WebReply.seeOther(visit.to("/chat") + "#new");
    }

    /** Needs the chat's form, too: another site mustn't end a chat. */
    private WebReply leave(WebVisit visit, FormFields fields) {
        visit.chat().filter(chat -> chat.form().equals(fields.get("form"))).ifPresent(visit.chats()::end);
        return WebReply.seeOther("/left")
                .with("Set-Cookie", visit.cookie("", 0))
                .with("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}
