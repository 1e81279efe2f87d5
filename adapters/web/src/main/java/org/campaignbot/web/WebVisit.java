package org.campaignbot.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.Engine;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** A request to the public pages, with what its answer needs: the route, the language, the pack and the chat. */
final class WebVisit {

    /** The cookie's name over https: browsers take a name like this only over https and only from this very host. */
    private static final String SECURE_COOKIE = "__Host-chat";

    private static final String COOKIE = "chat";

    private final WebHost host;
    private final Pages pages;
    private final LawmakersApi api;
    private final WebRequest request;
    private final @Nullable Route route;
    private final Instant now;
    private final Engine engine;
    private final boolean isChosen;
    private Language language;
    private PackPages pack;
    private boolean isFixed;

    WebVisit(WebHost host, Pages pages, LawmakersApi api, WebRequest request) {
        this.host = host;
        this.pages = pages;
        this.api = api;
        this.request = request;
        this.now = host.clock().instant();
        this.engine = host.engine().get();
        this.route = Route.of(request.path()).filter(this::isServed).orElse(null);
        List<Language> offered = engine.pack().languages();
        String chosen = FormFields.of(request.query()).get("lang");
        this.isChosen = Languages.isOffered(chosen, offered);
        this.language = Languages.of(chosen, request.headerOrEmpty("Accept-Language"), offered);
        this.pack = new PackPages(engine, language, now);
    }

    private boolean isServed(Route each) {
        return switch (each) {
            case CHAT, CHAT_START, CHAT_LEAVE -> host.chats() != null;
            case API_LAWMAKERS -> host.api();
            case EMBED, EMBED_SEATS, EMBED_CODE -> host.embed();
            case ASSET -> true;
            default -> host.pages();
        };
    }

    WebRequest request() {
        return request;
    }

    /** The route that is served at the path, or null. */
    @Nullable
    Route route() {
        return route;
    }

    Instant now() {
        return now;
    }

    Language language() {
        return language;
    }

    PackPages pack() {
        return pack;
    }

    /** The route of a request that is known to have one. */
    Route routed() {
        if (route == null) {
            throw new IllegalStateException("no route for this path");
        }
        return route;
    }

    /** Goes on in a chat's language, which people change in the chat and not by a link. */
    WebVisit in(Language spoken) {
        language = spoken;
        pack = new PackPages(engine, spoken, now);
        isFixed = true;
        return this;
    }

    String name() {
        return routed().name(request.path());
    }

    WebChats chats() {
        if (host.chats() == null) {
            throw new IllegalStateException("the chat isn't served");
        }
        return host.chats();
    }

    Optional<WebChat> chat() {
        String shown = request.cookie(cookieName());
        return shown.isEmpty() ? Optional.empty() : chats().find(shown);
    }

    /** Whether the browser sent the cookie of a chat, even of one that is over. */
    boolean hasCookie() {
        return !request.cookie(cookieName()).isEmpty();
    }

    /** A cookie that lasts until the browser is closed, or with a {@code maxAge} of 0 one that erases it. */
    String cookie(String value, int maxAge) {
        return cookieName() + "=" + value + "; Path=/; HttpOnly; SameSite=Strict"
                + (maxAge < 0 ? "" : "; Max-Age=" + maxAge) + (request.secure() ? "; Secure" : "");
    }

    private String cookieName() {
        return request.secure() ? SECURE_COOKIE : COOKIE;
    }

    PlaceFinder finder() {
        return PlaceFinder.at(engine, host.directory().get(), language, now);
    }

    /** The current ask: the title of the first action. */
    String headline() {
        List<PackPages.Deed> deeds = pack.deeds();
        return deeds.isEmpty() ? pack.title() : deeds.get(0).title();
    }

    String asOf() {
        return Page.day(host.directory().get().asOf(), language);
    }

    String say(String key, String... values) {
        return PageWords.in(language).say(key, values);
    }

    String to(String path) {
        return isChosen ? path + "?lang=" + language.code() : path;
    }

    PackPages.Topic linked(PackPages.Topic topic) {
        return links().in(topic);
    }

    PackPages.Why linked(PackPages.Why why) {
        return new PackPages.Why(why.lead(), links().in(why.rest()));
    }

    private TypedLinks links() {
        return new TypedLinks(
                pack.heard(),
                pack.paths(),
                host.chats() == null ? "" : "/chat",
                say("page.type"),
                say("page.open"),
                this::to);
    }

    Page page(String title) {
        Language other = engine.pack().languages().stream()
                .filter(each -> !isFixed && !each.equals(language))
                .findFirst()
                .orElse(language);
        return new Page(
                title,
                pack.title(),
                route == null || route == Route.CHAT_START || route == Route.CHAT_LEAVE ? "/" : request.path(),
                language,
                isChosen,
                other,
                new Page.Parts(host.chats() != null, pack.hasTopics(), host.embed()));
    }

    WebReply trouble(int status, String what) {
        if (route == Route.API_LAWMAKERS) {
            return WebReply.of(status, WebReply.JSON, api.problem(what));
        }
        Page page = page(say("trouble." + what));
        return route != null && route.isFramed()
                ? pages.embed(status, page, new Pages.Embed(headline(), null, "", asOf(), what))
                : pages.trouble(status, page, what);
    }

    /** The reply to somebody who has used up this minute's limit. */
    WebReply tooFast() {
        return trouble(429, "too-fast").with("Retry-After", RateLimit.RETRY_AFTER);
    }
}
