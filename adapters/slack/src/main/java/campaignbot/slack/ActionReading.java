package campaignbot.slack;

import campaignbot.conversation.Event;
import campaignbot.message.Form;
import campaignbot.reception.Update;
import campaignbot.slack.Arrival.Aside;
import campaignbot.workspace.Installation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates slash commands, buttons, and forms; it never throws, whatever it's given. */
final class ActionReading {

    private final Workspaces workspaces;
    private final Acquaintance acquaintance;
    private final ResponseUrls responses;
    private final Forms forms;
    private final NotInstalled notInstalled;
    private final CommandForm commands;

    ActionReading(
            Workspaces workspaces,
            Acquaintance acquaintance,
            ResponseUrls responses,
            Forms forms,
            NotInstalled notInstalled,
            CommandForm commands) {
        this.workspaces = workspaces;
        this.acquaintance = acquaintance;
        this.responses = responses;
        this.forms = forms;
        this.notInstalled = notInstalled;
        this.commands = commands;
    }

    /** Reads the command from its form fields. */
    Arrival command(JsonObject command) {
        String trigger = Json.text(command, "trigger_id");
        String user = Json.text(command, "user_id");
        if (trigger.isEmpty() || !Whereabouts.isUser(user)) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        Optional<Installation> installation = workspaces.find(Json.text(command, "team_id"));
        if (installation.isEmpty()) {
            return notInstalled.command();
        }
        String channel = Whereabouts.shared(Json.text(command, "channel_id"));
        Whereabouts where = new Whereabouts(installation.get(), user, channel, null);
        String words = Mrkdwn.typed(Json.text(command, "text"));
        Event event = words.isBlank() ? new Event.Opened("") : new Event.Typed(words.strip());
        Update update = acquaintance.update(where, trigger, event, null);
        Whereabouts alone = new Whereabouts(installation.get(), user, null, null);
        Optional<CommandForm.Opened> opened = commands.of(alone.own(), words.strip(), update.locale());
        if (opened.isPresent()) {
            return new Arrival(
                    acquaintance.update(alone, trigger, opened.get().event(), null),
                    Counted.UPDATE_TAKEN,
                    new Aside.OpenForm(
                            installation.get(),
                            trigger,
                            new FormValue(update.locale(), false, opened.get().form())));
        }
        remember(where, command);
        return Arrival.taken(update);
    }

    /** Reads a button press. */
    Arrival press(JsonObject payload) {
        JsonArray actions = Json.list(payload, "actions");
        String trigger = Json.text(payload, "trigger_id");
        String user = user(payload);
        if (actions.isEmpty()
                || !(actions.get(0) instanceof JsonObject action)
                || trigger.isEmpty()
                || !Whereabouts.isUser(user)) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        String id = Json.text(action, "action_id");
        if (Reaction.ACTION_OPEN.is(id)) {
            // Slack opens the page and also reports it.
            return Arrival.passed(Counted.PAGE_OPENED);
        }
        Optional<Installation> installation = find(payload);
        if (installation.isEmpty()) {
            return notInstalled.press(Json.text(payload, "response_url"));
        }
        JsonObject view = Json.in(payload, "view");
        boolean home = Reaction.VIEW_HOME.is(Json.text(view, "type"));
        if (Reaction.ACTION_FORM.is(id)) {
            FormValue form = FormValue.read(Json.text(action, "value"));
            return form == null
                    ? Arrival.passed(Counted.PRESS_GARBLED)
                    : new Arrival(
                            null,
                            Counted.FORM_OPENED,
                            new Aside.OpenForm(installation.get(), trigger, home ? form.shownAtHome() : form));
        }
        Event.Pressed pressed =
                Reaction.ACTION_PRESS.is(id) ? PressValue.read(Json.text(action, "value")) : PressValue.UNKNOWN;
        Counted counted = pressed.equals(PressValue.UNKNOWN) ? Counted.PRESS_GARBLED : Counted.UPDATE_TAKEN;
        Whereabouts where = where(payload, installation.get(), user);
        remember(where, payload);
        String hash = Json.text(view, "hash");
        return new Arrival(
                acquaintance.update(where, trigger, pressed, pressedOn(payload)),
                counted,
                home ? new Aside.ShowHome(where.own(), hash.isEmpty() ? null : hash) : null);
    }

    /** Reads a submitted form. */
    Arrival form(JsonObject payload) {
        JsonObject view = Json.in(payload, "view");
        String trigger = Json.text(payload, "trigger_id");
        // The same view isn't submitted twice, unless the first time failed.
        String id = trigger.isEmpty() ? Json.text(view, "id") : trigger;
        String user = user(payload);
        if (id.isEmpty() || !Whereabouts.isUser(user)) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        FormValue shown = Reaction.CALLBACK_FORM.is(Json.text(view, "callback_id"))
                ? FormValue.read(Json.text(view, "private_metadata"))
                : null;
        if (shown == null) {
            return Arrival.passed(Counted.UPDATE_UNKNOWN_KIND);
        }
        Optional<Installation> installation = find(payload);
        if (installation.isEmpty()) {
            return notInstalled.form(shown.form());
        }
        Map<String, String> fields = fields(Json.in(Json.in(view, "state"), "values"));
        String correction = correction(shown, fields);
        if (correction != null) {
            return new Arrival(null, Counted.FORM_CORRECTED, new Aside.Answered(correction));
        }
        Whereabouts where = new Whereabouts(installation.get(), user, null, null);
        return new Arrival(
                acquaintance.update(where, id, new Event.Submitted(fields), null),
                Counted.UPDATE_TAKEN,
                shown.fromHome() ? new Aside.ShowHome(where.own(), null) : null);
    }

    private Optional<Installation> find(JsonObject payload) {
        return workspaces.find(Json.text(Json.in(payload, "team"), "id"));
    }

    private static String user(JsonObject payload) {
        return Json.text(Json.in(payload, "user"), "id");
    }

    /** Where a press was made: in the Home tab, a form, or a direct message it's the person's own conversation. */
    private static Whereabouts where(JsonObject payload, Installation installation, String user) {
        JsonObject container = Json.in(payload, "container");
        String channel = Whereabouts.shared(Json.text(Json.in(payload, "channel"), "id"));
        String thread = channel == null ? "" : Json.text(container, "thread_ts");
        // The first message of a thread also says that it's in the thread.
        boolean inThread = !thread.isEmpty() && !thread.equals(Json.text(container, "message_ts"));
        return new Whereabouts(installation, user, channel, inThread ? thread : null);
    }

    /** The message with the button, if it can be replaced: one that only one person sees can't. */
    private static @Nullable String pressedOn(JsonObject payload) {
        JsonObject container = Json.in(payload, "container");
        String ts = Json.text(container, "message_ts");
        return ts.isEmpty() || Json.isTrue(container, "is_ephemeral") ? null : ts;
    }

    private void remember(Whereabouts where, JsonObject told) {
        if (where.channel() != null) {
            responses.remember(
                    where.conversation().address(), where.conversation().person(), Json.text(told, "response_url"));
        }
    }

    private static Map<String, String> fields(JsonObject values) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonElement> each : values.entrySet()) {
            if (each.getKey().startsWith(Forms.FIELD) && each.getValue() instanceof JsonObject inputs) {
                String name = each.getKey().substring(Forms.FIELD.length());
                fields.put(name, Json.text(Json.in(inputs, Forms.INPUT), "value"));
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
