package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendMessageTest extends FakeBotApiCase {

    @Test
    void aTextArrivesAndIsLoggedAsItIsSeen() throws Exception {
        BareBot.Reply reply = bot.html(ANA.id(), "<b>Hi</b> &amp; <i>wel</i>come");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.result().path("text").asString()).isEqualTo("Hi & welcome");
        assertThat(reply.result().path("chat").path("type").asString()).isEqualTo("private");
        Call call = api.log().messagesTo(ANA.id()).get(0);
        assertThat(call.text()).isEqualTo("Hi & welcome");
        assertThat(call.entities()).containsExactly(new Entity("bold", 0, 2, null), new Entity("italic", 5, 3, null));
        assertThat(call.messageId()).isEqualTo(reply.messageId());
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void anEmptyTextIsRefused() throws Exception {
        assertThat(bot.plain(ANA.id(), "").description()).isEqualTo("Bad Request: message text is empty");
        assertThat(bot.plain(ANA.id(), " \n ").description()).isEqualTo("Bad Request: text must be non-empty");
        assertThat(bot.html(ANA.id(), "<b> </b>").description()).isEqualTo("Bad Request: text must be non-empty");
    }

    @Test
    void theLimitCountsUtf16UnitsOfWhatIsSeen() throws Exception {
        assertThat(bot.html(ANA.id(), "<b>" + "a".repeat(4096) + "</b>").status())
                .isEqualTo(200);
        assertThat(bot.plain(ANA.id(), "a".repeat(4097)).description()).isEqualTo("Bad Request: message is too long");
        String smile = "\uD83D\uDE00";
        assertThat(bot.plain(ANA.id(), smile.repeat(2048)).status()).isEqualTo(200);
        assertThat(bot.plain(ANA.id(), smile.repeat(2048) + "a").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<br>b | Unsupported start tag \"br\" at byte offset 1",
                "\u00e9<p>b | Unsupported start tag \"p\" at byte offset 2",
                "1 < 2 | Unsupported start tag \"\" at byte offset 2",
                "1 <2 | Unclosed start tag at byte offset 2",
                "<b>a | Can't find end tag corresponding to start tag \"b\"",
                "a</b> | Unexpected end tag at byte offset 1",
                "<b><i>a</b> | Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "<span>a</span> | Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"
            })
    void brokenMarkupIsRefusedInTelegramsWords(String html, String words) throws Exception {
        BareBot.Reply reply = bot.html(ANA.id(), html);
        assertThat(reply.description()).isEqualTo("Bad Request: can't parse entities: " + words);
    }

    @Test
    void allDocumentedTagsAreKnown() throws Exception {
        String html =
                "<b>b</b><strong>s</strong><i>i</i><em>e</em><u>u</u><ins>n</ins><s>s</s><strike>k</strike><del>d</del>"
                        + "<span class=\"tg-spoiler\">p</span><tg-spoiler>t</tg-spoiler><a href=\"https://example.org/\">a</a>"
                        + "<tg-emoji emoji-id=\"5368324170671202286\">x</tg-emoji><code>c</code><pre>p</pre>"
                        + "<pre><code class=\"language-java\">j</code></pre><blockquote>q</blockquote><blockquote expandable>x</blockquote>";
        assertThat(bot.html(ANA.id(), html).status()).isEqualTo(200);
        assertThat(api.log().messagesTo(ANA.id()).get(0).entities())
                .extracting(Entity::type)
                .containsExactly(
                        "bold",
                        "bold",
                        "italic",
                        "italic",
                        "underline",
                        "underline",
                        "strikethrough",
                        "strikethrough",
                        "strikethrough",
                        "spoiler",
                        "spoiler",
                        "text_link",
                        "custom_emoji",
                        "code",
                        "pre",
                        "pre",
                        "blockquote",
                        "expandable_blockquote");
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void onlyFourNamedReferencesAreKnownAndTheRestIsShownRaw() throws Exception {
        bot.html(ANA.id(), "&lt;&gt;&amp;&quot;&#39;&#x27; &apos;&nbsp;&eacute; &");
        assertThat(api.log().messagesTo(ANA.id()).get(0).text()).isEqualTo("<>&\"'' &apos;&nbsp;&eacute; &");
    }

    @Test
    void entitiesArePlacedInUtf16Units() throws Exception {
        String smile = "\uD83D\uDE00";
        var message = BareBot.message(ANA.id(), smile + " bold");
        message.set("entities", Json.read("[{\"type\":\"bold\",\"offset\":3,\"length\":4}]"));
        assertThat(bot.call("sendMessage", message).status()).isEqualTo(200);
        message.set("entities", Json.read("[{\"type\":\"bold\",\"offset\":1,\"length\":2}]"));
        assertThat(bot.call("sendMessage", message).description())
                .startsWith("Bad Request: entity begins in a middle of a UTF-16 symbol");
        message.set("entities", Json.read("[{\"type\":\"bold\",\"offset\":3,\"length\":40}]"));
        assertThat(bot.call("sendMessage", message).description())
                .isEqualTo(
                        "Bad Request: entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 43");
    }

    @Test
    void entitiesThatMayNotStandInEachOtherAreAViolation() throws Exception {
        bot.html(ANA.id(), "<b><i><u>fine</u></i></b><blockquote><b>fine</b></blockquote>");
        assertThat(api.violations()).isEmpty();
        bot.html(ANA.id(), "<code><b>no</b></code>");
        bot.html(ANA.id(), "<blockquote>a<blockquote>no</blockquote></blockquote>");
        bot.html(ANA.id(), "<a href=\"tel:+12022243121\">no</a>");
        assertThat(api.violations()).hasSize(3);
    }

    @Test
    void whatTelegramPassesOverIsAViolation() throws Exception {
        var message = BareBot.message(ANA.id(), "hello").put("parse_mode", "HTML");
        message.set("entities", Json.read("[]"));
        bot.call("sendMessage", message);
        bot.call("sendMessage", BareBot.message(ANA.id(), "hello").put("disable_web_page_preview", true));
        bot.call("sendMessage", BareBot.message(ANA.id(), "hello").put("disable_webpage_preview", true));
        bot.call("sendMessage", BareBot.message(ANA.id(), "hello").put("allow_paid_broadcast", true));
        assertThat(api.violations())
                .containsExactly(
                        "sendMessage: parse_mode together with entities: the entities take no effect",
                        "sendMessage: deprecated parameter disable_web_page_preview",
                        "sendMessage: unknown parameter disable_webpage_preview",
                        "sendMessage: allow_paid_broadcast spends money");
    }

    @Test
    void knownOptionsAreNoViolation() throws Exception {
        var message =
                BareBot.message(ANA.id(), "hello").put("method", "sendmessage").put("protect_content", true);
        message.putObject("link_preview_options").put("is_disabled", true);
        message.putObject("reply_parameters").put("message_id", ana.lastMessageId());
        assertThat(bot.call("sendmessage", message).status()).isEqualTo(200);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void aReplyNeedsItsMessageAndATopicItsThread() throws Exception {
        var reply = BareBot.message(ANA.id(), "hello");
        reply.putObject("reply_parameters").put("message_id", 999);
        assertThat(bot.call("sendMessage", reply).description())
                .isEqualTo("Bad Request: message to be replied not found");
        Talk topic = api.talk(ANA, Group.forum(-1001)).inThread(7);
        topic.says("/help");
        var inThread = BareBot.message(-1001, "hello").put("message_thread_id", 7);
        assertThat(bot.call("sendMessage", inThread)
                        .result()
                        .path("is_topic_message")
                        .asBoolean())
                .isTrue();
        assertThat(bot.call("sendMessage", inThread.put("message_thread_id", 8)).description())
                .isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void anUnknownMethodATokenOfSomebodyElseAndABrokenBodyAreRefused() throws Exception {
        assertThat(bot.call("sendMesage", "{}").status()).isEqualTo(404);
        assertThat(bot.call("sendMessage", "{\"chat_id\":").status()).isEqualTo(400);
        assertThat(new BareBot(api, "123:wrong").call("getMe", "{}").text())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(bot.call("sendMessage", "{\"text\":\"hello\"}").description())
                .isEqualTo("Bad Request: chat_id is empty");
        assertThat(bot.plain(4711, "hello").description()).isEqualTo("Bad Request: chat not found");
    }
}
