package org.campaignbot.slack.receive;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Form;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.blocks.FormValue;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.blocks.PressValue;
import org.campaignbot.slack.blocks.SlackWords;
import org.campaignbot.slack.receive.SlackArrival.Aside;
import org.campaignbot.slack.send.ResponseUrls;
import org.campaignbot.slack.workspace.SlackOrigin;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/** Translates slash commands, buttons, and forms; it never throws, whatever it's given. */
public final class ActionReading {

    private final Workspaces workspaces;
    private final SlackUpdates slackUpdates;
    private final ResponseUrls responses;
    private final Forms forms;
    private final NotInstalled notInstalled;
    private final CommandForm commands;

    public ActionReading(
            Workspaces workspaces,
            SlackUpdates slackUpdates,
            ResponseUrls responses,
            Forms forms,
            NotInstalled notInstalled,
            CommandForm commands) {
        this.workspaces = workspaces;
        this.slackUpdates = slackUpdates;
        this.responses = responses;
        this.forms = forms;
        this.notInstalled = notInstalled;
        this.commands = commands;
    }

    /** Reads the command from its form fields. */
    SlackArrival command(JsonObject command) {
        String trigger = SlackJson.text(command, "trigger_id");
        String user = SlackJson.text(command, "user_id");
        if (trigger.isEmpty() || !SlackOrigin.isUser(user)) {
            return SlackArrival.passed(SlackCount.UPDATE_MALFORMED);
        }
        Optional<Installation> installation = workspaces.find(SlackJson.text(command, "team_id"));
        if (installation.isEmpty()) {
            return notInstalled.command();
        }
        String channel = SlackOrigin.shared(SlackJson.text(command, "channel_id"));
        SlackOrigin where = new SlackOrigin(installation.get(), user, channel, null);
        String words = Mrkdwn.typed(SlackJson.text(command, "text"));
        Event event = words.isBlank() ? new Event.Opened("") : new Event.Typed(words.strip());
        Update update = slackUpdates.update(where, trigger, event, null);
        SlackOrigin alone = new SlackOrigin(installation.get(), user, null, null);
        Optional<CommandForm.Opened> opened = commands.of(alone.own(), words.strip(), update.locale());
        if (opened.isPresent()) {
            return new SlackArrival(
                    slackUpdates.update(alone, trigger, opened.get().event(), null),
                    SlackCount.UPDATE_TAKEN,
                    new Aside.OpenForm(
                            installation.get(),
                            trigger,
                            new FormValue(update.locale(), false, opened.get().form())));
        }
        remember(where, command);
        return SlackArrival.taken(update);
    }

    /** Reads a button press. */
    SlackArrival press(JsonObject payload) {
        JsonArray actions = SlackJson.list(payload, "actions");
        String trigger = SlackJson.text(payload, "trigger_id");
        String user = user(payload);
        if (actions.isEmpty()
                || !(actions.get(0) instanceof JsonObject action)
                || trigger.isEmpty()
                || !SlackOrigin.isUser(user)) {
            return SlackArrival.passed(SlackCount.UPDATE_MALFORMED);
        }
        String id = SlackJson.text(action, "action_id");
        if (SlackTrigger.ACTION_OPEN.is(id)) {
            // Slack opens the page and also reports it.
            return SlackArrival.passed(SlackCount.PAGE_OPENED);
        }
        Optional<Installation> installation = find(payload);
        if (installation.isEmpty()) {
            return notInstalled.press(SlackJson.text(payload, "response_url"));
        }
        JsonObject view = SlackJson.in(payload, "view");
        boolean home = SlackTrigger.VIEW_HOME.is(SlackJson.text(view, "type"));
        if (SlackTrigger.ACTION_FORM.is(id)) {
            FormValue form = FormValue.read(SlackJson.text(action, "value"));
            return form == null
                    ? SlackArrival.passed(SlackCount.PRESS_GARBLED)
                    : new SlackArrival(
                            null,
                            SlackCount.FORM_OPENED,
                            new Aside.OpenForm(installation.get(), trigger, home ? form.shownAtHome() : form));
        }
        Event.Pressed pressed = SlackTrigger.ACTION_PRESS.is(id)
                ? PressValue.read(SlackJson.text(action, "value"))
                : PressValue.UNKNOWN;
        SlackCount slackCount = pressed.equals(PressValue.UNKNOWN) ? SlackCount.PRESS_GARBLED : SlackCount.UPDATE_TAKEN;
        SlackOrigin where = where(payload, installation.get(), user);
        remember(where, payload);
        String hash = SlackJson.text(view, "hash");
        return new SlackArrival(
                slackUpdates.update(where, trigger, pressed, pressedOn(payload)),
                slackCount,
                home ? new Aside.ShowHome(where.own(), hash.isEmpty() ? null : hash) : null);
    }

    /** Reads a submitted form. */
    SlackArrival form(JsonObject payload) {
        JsonObject view = SlackJson.in(payload, "view");
        String trigger = SlackJson.text(payload, "trigger_id");
        // The same view isn't submitted twice, unless the first time failed.
        String id = trigger.isEmpty() ? SlackJson.text(view, "id") : trigger;
        String user = user(payload);
        if (id.isEmpty() || !SlackOrigin.isUser(user)) {
            return SlackArrival.passed(SlackCount.UPDATE_MALFORMED);
        }
        FormValue shown = SlackTrigger.CALLBACK_FORM.is(SlackJson.text(view, "callback_id"))
                ? FormValue.read(SlackJson.text(view, "private_metadata"))
                : null;
        if (shown == null) {
            return SlackArrival.passed(SlackCount.UPDATE_UNKNOWN_KIND);
        }
        Optional<Installation> installation = find(payload);
        if (installation.isEmpty()) {
            return notInstalled.form(shown.form());
        }
        Map<String, String> fields = fields(SlackJson.in(SlackJson.in(view, "state"), "values"));
        String correction = correction(shown, fields);
        if (correction != null) {
            return new SlackArrival(null, SlackCount.FORM_CORRECTED, new Aside.Answered(correction));
        }
        SlackOrigin where = new SlackOrigin(installation.get(), user, null, null);
        return new SlackArrival(
                slackUpdates.update(where, id, new Event.Submitted(fields), null),
                SlackCount.UPDATE_TAKEN,
                shown.fromHome() ? new Aside.ShowHome(where.own(), null) : null);
    }

    private Optional<Installation> find(JsonObject payload) {
        return workspaces.find(SlackJson.text(SlackJson.in(payload, "team"), "id"));
    }

    private static String user(JsonObject payload) {
        return SlackJson.text(SlackJson.in(payload, "user"), "id");
    }

    /** Where a press was made: in the Home tab, a form, or a direct message it's the person's own conversation. */
    private static SlackOrigin where(JsonObject payload, Installation installation, String user) {
        JsonObject container = SlackJson.in(payload, "container");
        String channel = SlackOrigin.shared(SlackJson.text(SlackJson.in(payload, "channel"), "id"));
        String thread = channel == null ? "" : SlackJson.text(container, "thread_ts");
        // The first message of a thread also says that it's in the thread.
        boolean inThread = !thread.isEmpty() && !thread.equals(SlackJson.text(container, "message_ts"));
        return new SlackOrigin(installation, user, channel, inThread ? thread : null);
    }

    /** The message with the button, if it can be replaced: one that only one person sees can't. */
    private static @Nullable String pressedOn(JsonObject payload) {
        JsonObject container = SlackJson.in(payload, "container");
        String ts = SlackJson.text(container, "message_ts");
        return ts.isEmpty() || SlackJson.isTrue(container, "is_ephemeral") ? null : ts;
    }

    private void remember(SlackOrigin where, JsonObject told) {
        if (where.channel() != null) {
            responses.remember(
                    where.conversation().address(),
                    where.conversation().person(),
                    SlackJson.text(told, "response_url"));
        }
    }

    private static Map<String, String> fields(JsonObject values) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonElement> each : values.entrySet()) {
            if (each.getKey().startsWith(Forms.FIELD) && each.getValue() instanceof JsonObject inputs) {
                String name = each.getKey().substring(Forms.FIELD.length());
                fields.put(name, SlackJson.text(SlackJson.in(inputs, Forms.INPUT), "value"));
            }
        }
        return fields;
    }

    /** The errors to show beside fields that are too long; null if all fit. */
    private @Nullable String correction(FormValue shown, Map<String, String> fields) {
        JsonObject errors = new JsonObject();
        SlackWords words = forms.words(shown.language());
        for (Form.Field field : shown.form().fields()) {
            if (words != null && fields.getOrDefault(field.name(), "").length() > field.maxLength()) {
                errors.addProperty(Forms.FIELD + field.name(), words.tooLong());
            }
        }
        if (errors.size() == 0) {
            return null;
        }
        return Forms.errors(errors);
    }
}
