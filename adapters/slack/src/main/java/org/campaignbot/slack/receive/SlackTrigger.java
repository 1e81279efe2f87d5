package org.campaignbot.slack.receive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.slack.blocks.Buttons;
import org.campaignbot.slack.blocks.Forms;
import org.jspecify.annotations.Nullable;

/**
 * Everything the bot reacts to, by the name that Slack or a browser uses; anything else is ignored.
 *
 * <p>If you add one, also write what another workspace could forge in it: a test checks for that.
 */
public enum SlackTrigger {
    /** Slack delivers a request. */
    ROUTE_EVENTS(Kind.ROUTE, "/slack/events"),
    /** A person starts an installation. */
    ROUTE_INSTALL(Kind.ROUTE, "/slack/install"),
    /** A person returns from Slack. */
    ROUTE_REDIRECT(Kind.ROUTE, "/slack/oauth_redirect"),

    /** An event, over Socket Mode. */
    ENVELOPE_EVENT(Kind.ENVELOPE, "events_api"),
    /** The command, over Socket Mode. */
    ENVELOPE_COMMAND(Kind.ENVELOPE, "slash_commands"),
    /** A button press or a form, over Socket Mode. */
    ENVELOPE_INTERACTION(Kind.ENVELOPE, "interactive"),

    /** Slack checks that the URL is the bot's. */
    BODY_VERIFICATION(Kind.BODY, "url_verification"),
    /** An event. */
    BODY_EVENT(Kind.BODY, "event_callback"),
    /** Slack delivers less for a while. */
    BODY_RATE_LIMITED(Kind.BODY, "app_rate_limited"),

    /** A person wrote or edited a message. */
    EVENT_MESSAGE(Kind.EVENT, "message"),
    /** A person mentioned the bot. */
    EVENT_MENTION(Kind.EVENT, "app_mention"),
    /** A person opened the app. */
    EVENT_HOME_OPENED(Kind.EVENT, "app_home_opened"),
    /** The bot is no longer in a channel; Slack usually reports this, but not always. */
    EVENT_CHANNEL_LEFT(Kind.EVENT, "channel_left"),
    /** The same for a private channel. */
    EVENT_GROUP_LEFT(Kind.EVENT, "group_left"),
    /** A workspace removed the app. */
    EVENT_UNINSTALLED(Kind.EVENT, "app_uninstalled"),
    /** A workspace revoked tokens. */
    EVENT_TOKENS_REVOKED(Kind.EVENT, "tokens_revoked"),

    /** A person pressed a button. */
    INTERACTION_PRESS(Kind.INTERACTION, "block_actions"),
    /** A person submitted a form. */
    INTERACTION_FORM(Kind.INTERACTION, "view_submission"),

    /** A button that answers a question. */
    ACTION_PRESS(Kind.ACTION, Buttons.PRESS),
    /** A button that opens a web page. */
    ACTION_OPEN(Kind.ACTION, Buttons.OPEN),
    /** A button that opens a form. */
    ACTION_FORM(Kind.ACTION, Forms.NAME),

    /** A form. */
    CALLBACK_FORM(Kind.CALLBACK, Forms.NAME),

    /** The person's own tab, which has buttons, too. */
    VIEW_HOME(Kind.VIEW, "home"),
    /** An open form. */
    VIEW_MODAL(Kind.VIEW, "modal");

    /** Where Slack puts the name of a reaction. */
    public enum Kind {
        /** A request path. */
        ROUTE,
        /** The {@code type} of a Socket Mode envelope. */
        ENVELOPE,
        /** The {@code type} of a JSON body. */
        BODY,
        /** The {@code type} of an event. */
        EVENT,
        /** The {@code type} of an interaction. */
        INTERACTION,
        /** The start of a button's {@code action_id}. */
        ACTION,
        /** The {@code callback_id} of a modal. */
        CALLBACK,
        /** The {@code type} of a view. */
        VIEW
    }

    private final Kind kind;
    private final String title;

    SlackTrigger(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    public Kind kind() {
        return kind;
    }

    /** The name that Slack or a browser uses. */
    public String title() {
        return title;
    }

    /** The reaction with this name; null if there is none. */
    public static @Nullable SlackTrigger of(Kind kind, String name) {
        return all(kind)
                .filter(each -> kind == Kind.ACTION ? name.startsWith(each.title) : name.equals(each.title))
                .findFirst()
                .orElse(null);
    }

    /** All reactions of a kind. */
    public static Stream<SlackTrigger> all(Kind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind);
    }

    /** The events the app subscribes to; for messages, only those written to the bot alone. */
    public static List<String> subscriptions() {
        return all(Kind.EVENT)
                .map(each -> each == EVENT_MESSAGE ? each.title + ".im" : each.title)
                .sorted()
                .toList();
    }

    /** Whether this reaction has this name. */
    boolean is(String name) {
        return this == of(kind, name);
    }
}
