package org.campaignbot.slack.send;

import com.google.gson.JsonObject;
import java.util.List;
import okhttp3.HttpUrl;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.SendOutcome.Scope;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackOutcome;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.Buttons;
import org.campaignbot.slack.blocks.PressValue;
import org.campaignbot.slack.blocks.SlackMessages;
import org.campaignbot.slack.blocks.SlackMessages.Written;
import org.campaignbot.slack.workspace.DirectMessages;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.slack.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages to Slack.
 *
 * <p>In a channel, a message of a person's conversation is shown only to that person; only a message of the whole channel's
 * conversation is posted for everyone.
 */
public final class SlackChannel implements Channel {

    /** The maximum length of a message: what a section holds, and short enough that Slack doesn't split it even with its links. */
    private static final int TEXT = 3000;

    /** A placeholder for a conversation in what organizers are shown; no conversation has this id. */
    private static final String NOBODY = "D0";

    public static final Surface OWN =
            new Surface(TEXT, Buttons.MOST, Buttons.LONGEST_LABEL, PressValue.LIMIT, true, true, false, true);
    private static final Surface SHARED =
            new Surface(TEXT, Buttons.MOST, Buttons.LONGEST_LABEL, PressValue.LIMIT, true, true, false, false);

    private final WebApi api;
    private final Workspaces workspaces;
    private final DirectMessages directs;
    private final ResponseUrls responses;
    private final SlackMessages messages;
    private final RateLimits rateLimits;
    private final Counts counts;
    private final Troubles troubles;

    public SlackChannel(
            WebApi api,
            Workspaces workspaces,
            DirectMessages directs,
            ResponseUrls responses,
            SlackMessages messages,
            RateLimits rateLimits,
            Counts counts,
            Troubles troubles) {
        this.api = api;
        this.workspaces = workspaces;
        this.directs = directs;
        this.responses = responses;
        this.messages = messages;
        this.rateLimits = rateLimits;
        this.counts = counts;
        this.troubles = troubles;
    }

    @Override
    public String name() {
        return SlackAddresses.PLATFORM;
    }

    @Override
    public Surface surface(Address address) {
        return SlackAddresses.isOwn(address) ? OWN : SHARED;
    }

    @Override
    public RateLimits pace() {
        return rateLimits;
    }

    @Override
    public boolean isGroup(Address address) {
        return !SlackAddresses.isOwn(address);
    }

    @Override
    public Person everyone(Address group) {
        return SlackAddresses.person(group.account(), group.chat());
    }

    @Override
    public Address below(Address group, String message) {
        // A reply in a thread can't start another thread.
        return group.thread() != null
                ? group
                : new Address(SlackAddresses.PLATFORM, group.account(), group.chat(), message);
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        SendOutcome outcome;
        try {
            outcome = deliver(address, person, message, replaces);
        } catch (RuntimeException failure) {
            // This exception's message could quote the text.
            outcome =
                    new SendOutcome.Refused("failed with " + failure.getClass().getSimpleName());
        }
        count(outcome);
        return outcome;
    }

    private SendOutcome deliver(Address address, Person person, Message message, @Nullable String replaces) {
        if (message.text().visible().isBlank()) {
            return new SendOutcome.Refused("no text");
        }
        String token;
        try {
            if (!workspaces.isReady()) {
                return SlackOutcome.before(new Answer.NotSent("workspace not known yet"));
            }
            token = workspaces.token(address.account());
        } catch (RuntimeException storeFails) {
            return SlackOutcome.before(new Answer.NotSent("installations cannot be read"));
        }
        if (token == null) {
            return new SendOutcome.Gone("workspace without the bot");
        }
        if (SlackAddresses.isOwn(address)) {
            return direct(address, message, replaces, token);
        } else if (!SlackAddresses.isEveryone(address, person)) {
            return onlyYou(address, person, message, token);
        } else if (message.visibility() == Visibility.ONLY_YOU) {
            return new SendOutcome.Refused("for one person, and others read along here");
        }
        return posted(address, address.chat(), messages.write(message, null), replaces, token);
    }

    private SendOutcome direct(Address address, Message message, @Nullable String replaces, String token) {
        DirectMessages.Found found = directs.with(address, token);
        if (found instanceof DirectMessages.Found.Not not) {
            return SlackOutcome.before(not.answer());
        }
        String channel = ((DirectMessages.Found.There) found).channel();
        ConversationKey own = SlackAddresses.own(address.account(), address.chat());
        SendOutcome outcome = posted(address.wholeChat(), channel, messages.write(message, own), replaces, token);
        if (outcome instanceof SendOutcome.Gone) {
            directs.forget(address);
        }
        return outcome;
    }

    /** Posts or replaces a message for everyone in a Slack conversation. */
    private SendOutcome posted(
            Address address, String channel, Written written, @Nullable String replaces, String token) {
        JsonObject arguments = arguments(channel, written);
        if (replaces != null) {
            arguments.addProperty("ts", replaces);
            Answer answer = call(address, "chat.update", token, arguments);
            boolean inVain = SlackOutcome.says(answer, "message_not_found")
                    || SlackOutcome.says(answer, "cant_update_message")
                    || SlackOutcome.says(answer, "edit_window_closed");
            if (!inVain) {
                return SlackOutcome.of(answer, Scope.ACCOUNT);
            }
            counts.add(SlackCount.EDIT_IN_VAIN);
            arguments.remove("ts");
        }
        if (address.thread() != null) {
            arguments.addProperty("thread_ts", address.thread());
        }
        quiet(arguments);
        return SlackOutcome.of(call(address, "chat.postMessage", token, arguments), Scope.CHAT);
    }

    /**
     * Shows a message to one person in a channel. If the bot isn't a member, Slack accepts it as the answer to what the person did
     * there; otherwise they get it as a direct message, which no one else reads either.
     */
    private SendOutcome onlyYou(Address address, Person person, Message message, String token) {
        Written written = messages.write(message, null);
        JsonObject arguments = arguments(address.chat(), written);
        arguments.addProperty("user", SlackAddresses.user(person));
        if (address.thread() != null) {
            arguments.addProperty("thread_ts", address.thread());
        }
        Answer answer = call(address, "chat.postEphemeral", token, arguments);
        if (!isElsewhere(answer)) {
            SendOutcome outcome = SlackOutcome.of(answer, Scope.ACCOUNT);
            // A message shown to one person has an id that no later message can replace.
            return outcome instanceof SendOutcome.Sent ? new SendOutcome.Sent() : outcome;
        }
        HttpUrl response = responses.take(address, person);
        if (response != null) {
            Answer responded = api.respond(response, response(written));
            if (responded instanceof Answer.Done) {
                counts.add(SlackCount.SENT_BY_RESPONSE);
                return new SendOutcome.Sent();
            } else if (responded instanceof Answer.Unclear) {
                return SlackOutcome.of(responded, Scope.CHAT);
            }
        }
        counts.add(SlackCount.SENT_DIRECTLY);
        Address own = SlackAddresses.own(address.account(), SlackAddresses.user(person))
                .address();
        SendOutcome outcome = direct(own, message, null, token);
        return outcome instanceof SendOutcome.Sent ? new SendOutcome.Sent() : outcome;
    }

    private static boolean isElsewhere(Answer answer) {
        return SlackOutcome.says(answer, "not_in_channel")
                || SlackOutcome.says(answer, "channel_not_found")
                || SlackOutcome.says(answer, "user_not_in_channel");
    }

    private static JsonObject arguments(String channel, Written written) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("channel", channel);
        arguments.addProperty("text", written.text());
        arguments.add("blocks", written.blocks());
        return arguments;
    }

    @Override
    public List<String> payloads(Message message) {
        return payloads(message, messages);
    }

    /** The requests for a message to one person, as {@code messages} writes it. */
    public static List<String> payloads(Message message, SlackMessages messages) {
        return Fit.fit(message, OWN).stream()
                .map(part -> {
                    JsonObject arguments = arguments(NOBODY, messages.write(part, null));
                    quiet(arguments);
                    return arguments.toString();
                })
                .toList();
    }

    /** Turns off previews of pages that a message links to. */
    private static void quiet(JsonObject arguments) {
        arguments.addProperty("unfurl_links", false);
        arguments.addProperty("unfurl_media", false);
    }

    private static JsonObject response(Written written) {
        JsonObject json = new JsonObject();
        json.addProperty("response_type", "ephemeral");
        json.addProperty("replace_original", false);
        json.addProperty("text", written.text());
        json.add("blocks", written.blocks());
        return json;
    }

    private Answer call(Address address, String method, String token, JsonObject arguments) {
        Answer answer = workspaces.told(address.account(), api.call(method, token, arguments));
        if (SlackOutcome.says(answer, "messages_tab_disabled")) {
            troubles.met(SlackTrouble.MESSAGES_TAB_OFF);
        } else if (answer instanceof Answer.Done && SlackAddresses.isOwn(address)) {
            troubles.over(SlackTrouble.MESSAGES_TAB_OFF);
        }
        return answer;
    }

    private void count(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent) {
            counts.add(SlackCount.SENT);
        } else if (outcome instanceof SendOutcome.Wait) {
            counts.add(SlackCount.SEND_WAITS);
        } else if (outcome instanceof SendOutcome.Gone) {
            counts.add(SlackCount.SEND_GONE);
        } else if (outcome instanceof SendOutcome.Unknown) {
            counts.add(SlackCount.SEND_UNKNOWN);
        } else {
            counts.add(SlackCount.SEND_REFUSED);
        }
    }
}
