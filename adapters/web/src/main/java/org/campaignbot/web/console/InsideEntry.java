package org.campaignbot.web.console;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/**
 * The page by which Telegram opens the console in a window of its own, as a Mini App. Its script hands over what Telegram's app says
 * about the person, which lets an organizer in once. Thread-safe.
 */
final class InsideEntry {

    /** Telegram's web client, the only site that may show this page in a frame; its other apps use no frame. */
    private static final String WEB_CLIENT = "https://web.telegram.org";

    private final ConsoleHost host;

    /** The proofs that let somebody in, and until when each would do so again. */
    private final Map<String, Instant> spent = new ConcurrentHashMap<>();

    InsideEntry(ConsoleHost host) {
        this.host = host;
    }

    /** The organizer whom this lets in, once; empty for anybody else. */
    Optional<Organizer> spend(String data) {
        return host.inside()
                .opened(data)
                .flatMap(found -> host.organizers()
                        .of(found.person())
                        .filter(organizer -> spent.putIfAbsent(found.hash(), found.until()) == null));
    }

    void dropExpired() {
        Instant now = host.clock().instant();
        spent.values().removeIf(now::isAfter);
    }

    /** Says how to sign in, for whoever opens it without Telegram; the script makes better use of it. */
    static WebReply show(ConsoleVisit visit) {
        return page(visit, 200, "", visit.host().askInChat().get(), "");
    }

    /** Says it again to whoever wasn't let in; a frame couldn't open the chat. */
    static WebReply refused(ConsoleVisit visit, boolean isFramed) {
        URI chat = isFramed ? null : visit.host().askInChat().get();
        return page(visit, 422, visit.say("inside.refused"), chat, "");
    }

    /** A button that opens the console in a tab of its own: no other page of it can be framed, nor would its cookie come along. */
    static WebReply inTab(ConsoleVisit visit, String link) {
        return page(visit, 200, "", null, link);
    }

    /** The same answer for Telegram's web client. */
    static WebReply framed(WebReply reply) {
        return reply.framedBy(WEB_CLIENT);
    }

    private static WebReply page(ConsoleVisit visit, int status, String notice, @Nullable URI chat, String link) {
        return visit.reply(
                status,
                "inside",
                visit.page(visit.say(link.isEmpty() ? "sign-in.title" : "enter.title"), "", notice),
                Map.of("chat", chat == null ? "" : chat.toString(), "link", link, "client", WEB_CLIENT));
    }
}
