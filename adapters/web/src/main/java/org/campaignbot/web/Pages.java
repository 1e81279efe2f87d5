package org.campaignbot.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.campaignbot.message.Choice;
import org.campaignbot.message.RichText;
import org.jspecify.annotations.Nullable;

/** Writes pages by the templates in {@code src/main/jte}, which the build compiled; they escape every value by where it stands. */
public final class Pages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * The first page.
     *
     * @param headline the ask now
     * @param why why, or null
     * @param total how many called, in a sentence; empty if nobody is told
     * @param isChatting whether this browser is in a chat
     * @param more what can be done
     */
    public record Home(
            String headline,
            String about,
            List<String> description,
            PackPages.@Nullable Why why,
            String total,
            boolean isChatting,
            List<PackPages.Deed> more,
            @Nullable URI telegram,
            @Nullable QrPicture telegramCode,
            @Nullable URI slack) {}

    /**
     * The page about lawmakers.
     *
     * @param answer what was found, or null before anything was asked
     * @param typed what was typed, so that it can be changed; shown to whoever typed it and to nobody else
     */
    public record Lawmakers(@Nullable PlaceAnswer answer, String typed, String asOf) {}

    /**
     * The chat.
     *
     * @param form the secret of its form
     * @param last the number of the last turn, at which the page opens
     */
    public record Chat(List<WebChat.Entry> entries, String form, long last) {

        /** What the chat can be continued with by a button. */
        public List<Choice> choices() {
            return entries.isEmpty()
                    ? List.of()
                    : entries.get(entries.size() - 1).choices();
        }
    }

    /**
     * The ask for a frame on another site.
     *
     * @param trouble what went wrong, or empty
     */
    public record Embed(String headline, @Nullable PlaceAnswer answer, String typed, String asOf, String trouble) {}

    /** Any page by its template's name, with the values that the template takes. */
    public WebReply render(int status, String template, Map<String, Object> values) {
        return page(status, template, values);
    }

    WebReply home(Page page, Home home) {
        return page(200, "home", Map.of("page", page, "home", home));
    }

    WebReply lawmakers(int status, Page page, Lawmakers lawmakers) {
        return page(status, "lawmakers", Map.of("page", page, "lawmakers", lawmakers));
    }

    WebReply script(Page page, PlaceAnswer answer, String asOf) {
        return page(200, "script", Map.of("page", page, "answer", answer, "asOf", asOf));
    }

    WebReply topics(Page page, @Nullable RichText intro, List<PackPages.Section> sections) {
        return page(
                200,
                "topics",
                Map.of("page", page, "intro", intro == null ? RichText.EMPTY : intro, "sections", sections));
    }

    /** A page of a pack's texts. */
    WebReply topic(Page page, PackPages.Topic topic, boolean isUrgent) {
        return page(200, "topic", Map.of("page", page, "topic", topic, "isUrgent", isUrgent));
    }

    WebReply privacy(Page page, PackPages.Privacy privacy) {
        return page(200, "privacy", Map.of("page", page, "privacy", privacy));
    }

    WebReply chat(Page page, Chat chat) {
        return page(200, "chat", Map.of("page", page, "chat", chat));
    }

    /** The page before a chat; {@code over} says that there was one. */
    WebReply beforeChat(Page page, boolean over) {
        return page(200, "before-chat", Map.of("page", page, "over", over));
    }

    WebReply embed(int status, Page page, Embed embed) {
        return page(status, "embed", Map.of("page", page, "embed", embed)).framed();
    }

    /** The page that says how to put the ask on another site; {@code code} is to be copied. */
    WebReply embedCode(Page page, String code) {
        return page(200, "embed-code", Map.of("page", page, "code", code));
    }

    /** The neutral page after leaving: it names nothing. */
    WebReply left(Page page) {
        return page(200, "left", Map.of("page", page));
    }

    /** A page that says what went wrong, and what to do. */
    WebReply trouble(int status, Page page, String what) {
        return page(status, "trouble", Map.of("page", page, "what", what));
    }

    private WebReply page(int status, String template, Map<String, Object> values) {
        StringOutput out = new StringOutput(8 * 1024);
        templates.render(template + ".jte", values, out);
        return WebReply.of(status, WebReply.HTML, out.toString()).with("Vary", "Accept-Language, Cookie");
    }
}
