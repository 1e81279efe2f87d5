package campaignbot.slack;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the bot reacts to, by the names that Slack or a browser has for it; what is not here is passed over.
 *
 * <p>Whoever adds one also writes what another workspace could forge in it: a test asks for that.
 */
enum Reaction {
    /** Slack delivers. */
    ROUTE_EVENTS(Kind.ROUTE, SlackHttp.EVENTS),
    /** Somebody begins to install. */
    ROUTE_INSTALL(Kind.ROUTE, InstallPages.INSTALL),
    /** Somebody comes back from Slack. */
    ROUTE_REDIRECT(Kind.ROUTE, InstallPages.REDIRECT),

    /** An event, over Socket Mode. */
    ENVELOPE_EVENT(Kind.ENVELOPE, "events_api"),
    /** The command, over Socket Mode. */
    ENVELOPE_COMMAND(Kind.ENVELOPE, "slash_commands"),
    /** A press or a form, over Socket Mode. */
    ENVELOPE_INTERACTION(Kind.ENVELOPE, "interactive"),

    /** Slack looks whether the address is the bot's. */
    BODY_VERIFICATION(Kind.BODY, "url_verification"),
    /** Something happened. */
    BODY_EVENT(Kind.BODY, "event_callback"),
    /** Slack delivers less for a while. */
    BODY_RATE_LIMITED(Kind.BODY, "app_rate_limited"),

    /** Somebody wrote, or edited what they wrote. */
    EVENT_MESSAGE(Kind.EVENT, "message"),
    /** Somebody mentioned the bot. */
    EVENT_MENTION(Kind.EVENT, "app_mention"),
    /** Somebody opened the app. */
    EVENT_HOME_OPENED(Kind.EVENT, "app_home_opened"),
    /** The bot is in a channel no more; Slack tells it as a rule, not always. */
    EVENT_CHANNEL_LEFT(Kind.EVENT, "channel_left"),
    /** The same of a private channel. */
    EVENT_GROUP_LEFT(Kind.EVENT, "group_left"),
    /** A workspace removed the app. */
    EVENT_UNINSTALLED(Kind.EVENT, "app_uninstalled"),
    /** A workspace took tokens back. */
    EVENT_TOKENS_REVOKED(Kind.EVENT, "tokens_revoked"),

    /** Somebody pressed a button. */
    INTERACTION_PRESS(Kind.INTERACTION, "block_actions"),
    /** Somebody sent a form. */
    INTERACTION_FORM(Kind.INTERACTION, "view_submission"),

    /** A button that answers a question. */
    ACTION_PRESS(Kind.ACTION, Buttons.PRESS),
    /** A button that opens a page. */
    ACTION_OPEN(Kind.ACTION, Buttons.OPEN),
    /** A button that opens a form. */
    ACTION_FORM(Kind.ACTION, Forms.NAME),

    /** A form. */
    CALLBACK_FORM(Kind.CALLBACK, Forms.NAME),

    /** The person's own tab, in which there are buttons as well. */
    VIEW_HOME(Kind.VIEW, "home"),
    /** A form that is open. */
    VIEW_MODAL(Kind.VIEW, "modal");

    /** Where Slack has the name of a reaction. */
    enum Kind {
        /** The path of a request. */
        ROUTE,
        /** The {@code type} of an envelope of Socket Mode. */
        ENVELOPE,
        /** The {@code type} of a body that is JSON. */
        BODY,
        /** The {@code type} of an event. */
        EVENT,
        /** The {@code type} of an interaction. */
        INTERACTION,
        /** What the {@code action_id} of a button begins with. */
        ACTION,
        /** The {@code callback_id} of a modal. */
        CALLBACK,
        /** The {@code type} of a view. */
        VIEW
    }

    private final Kind kind;
    private final String title;

    Reaction(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    Kind kind() {
        return kind;
    }

    /** What Slack or a browser calls it. */
    String title() {
        return title;
    }

    /** The reaction of a name; null where there is none. */
    static @Nullable Reaction of(Kind kind, String name) {
        return all(kind)
                .filter(each -> kind == Kind.ACTION ? name.startsWith(each.title) : name.equals(each.title))
                .findFirst()
                .orElse(null);
    }

    /** All reactions of a kind. */
    static Stream<Reaction> all(Kind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind);
    }

    /** Whether this is what a name stands for. */
    boolean is(String name) {
        return this == of(kind, name);
    }
}
