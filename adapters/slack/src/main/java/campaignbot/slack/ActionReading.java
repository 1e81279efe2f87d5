package campaignbot.slack;

import campaignbot.conversation.Event;
import campaignbot.message.Form;
import campaignbot.people.Language;
import campaignbot.slack.Arrival.Aside;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates what people do in Slack's own ways: the slash command, buttons and forms. */
final class ActionReading {

    private final Workspaces workspaces;
    private final UserLanguages languages;
    private final ResponseUrls responses;
    private final Forms forms;

    ActionReading(Workspaces workspaces, UserLanguages languages, ResponseUrls responses, Forms forms) {
        this.workspaces = workspaces;
        this.languages = languages;
        this.responses = responses;
        this.forms = forms;
    }

    Arrival command(SlashCommandPayload command) {
        if (isMissing(command.getTriggerId()) || !Whereabouts.isUser(command.getUserId())) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        Optional<Installation> installation = find(command.getTeamId());
        if (installation.isEmpty()) {
            return Arrival.passed(Counted.UPDATE_WRONG_WORKSPACE);
        }
        String channel = Whereabouts.shared(command.getChannelId());
        Whereabouts where = new Whereabouts(installation.get(), command.getUserId(), channel, null);
        String words = command.getText() == null ? "" : Mrkdwn.typed(command.getText());
        Event event = words.isBlank() ? new Event.Opened("") : new Event.Typed(words.strip());
        remember(where, command.getResponseUrl());
        return Arrival.taken(where.update(command.getTriggerId(), event, language(where), null));
    }

    Arrival press(BlockActionPayload payload) {
        BlockActionPayload.Action action = first(payload.getActions());
        if (action == null
                || isMissing(payload.getTriggerId())
                || payload.getUser() == null
                || !Whereabouts.isUser(payload.getUser().getId())) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        String id = action.getActionId() == null ? "" : action.getActionId();
        if (id.startsWith(Buttons.OPEN)) {
            // Slack opens the page, and tells of it as well.
            return Arrival.passed(Counted.PAGE_OPENED);
        }
        Optional<Installation> installation =
                find(payload.getTeam() == null ? null : payload.getTeam().getId());
        if (installation.isEmpty()) {
            return Arrival.passed(Counted.UPDATE_WRONG_WORKSPACE);
        }
        View home = isHome(payload.getView()) ? payload.getView() : null;
        if (id.equals(Forms.NAME)) {
            FormValue form = FormValue.read(action.getValue());
            return form == null
                    ? Arrival.passed(Counted.PRESS_GARBLED)
                    : Arrival.of(
                            Counted.FORM_OPENED,
                            new Aside.OpenForm(
                                    installation.get(),
                                    payload.getTriggerId(),
                                    home == null ? form : form.shownAtHome()));
        }
        Event.Pressed pressed = id.startsWith(Buttons.PRESS) && action.getValue() != null
                ? PressValue.read(action.getValue())
                : PressValue.UNKNOWN;
        Counted counted = pressed.equals(PressValue.UNKNOWN) ? Counted.PRESS_GARBLED : Counted.UPDATE_TAKEN;
        Whereabouts where = where(payload, installation.get());
        remember(where, payload.getResponseUrl());
        Arrival arrival = new Arrival(
                where.update(payload.getTriggerId(), pressed, language(where), pressedOn(payload.getContainer())),
                counted,
                null);
        return home == null ? arrival : arrival.and(new Aside.ShowHome(where.own(), home.getHash()));
    }

    Arrival form(ViewSubmissionPayload payload) {
        View view = payload.getView();
        if (view == null
                || (isMissing(payload.getTriggerId()) && isMissing(view.getId()))
                || payload.getUser() == null
                || !Whereabouts.isUser(payload.getUser().getId())) {
            return Arrival.passed(Counted.UPDATE_MALFORMED);
        }
        Optional<Installation> installation =
                find(payload.getTeam() == null ? null : payload.getTeam().getId());
        FormValue shown = Forms.NAME.equals(view.getCallbackId()) ? FormValue.read(view.getPrivateMetadata()) : null;
        if (installation.isEmpty()) {
            return Arrival.passed(Counted.UPDATE_WRONG_WORKSPACE);
        } else if (shown == null) {
            return Arrival.passed(Counted.UPDATE_UNKNOWN_KIND);
        }
        Map<String, String> fields = fields(view.getState());
        String correction = correction(shown, fields);
        if (correction != null) {
            return Arrival.of(Counted.FORM_CORRECTED, new Aside.Correct(correction));
        }
        Whereabouts where =
                new Whereabouts(installation.get(), payload.getUser().getId(), null, null);
        String id = isMissing(payload.getTriggerId()) ? view.getId() : payload.getTriggerId();
        Arrival arrival = Arrival.taken(where.update(id, new Event.Submitted(fields), language(where), null));
        return shown.fromHome() ? arrival.and(new Aside.ShowHome(where.own(), null)) : arrival;
    }

    private Optional<Installation> find(@Nullable String team) {
        return team == null ? Optional.empty() : workspaces.find(team);
    }

    /** Where a press was made: in the Home tab, a form or a direct message it is the person's own conversation. */
    private static Whereabouts where(BlockActionPayload payload, Installation installation) {
        BlockActionPayload.Container container = payload.getContainer();
        String channel =
                payload.getChannel() == null ? null : payload.getChannel().getId();
        String shared = Whereabouts.shared(channel);
        String thread = shared == null || container == null ? null : container.getThreadTs();
        // The first message of a thread says that it is in it, too.
        boolean first = thread != null && thread.equals(container.getMessageTs());
        return new Whereabouts(installation, payload.getUser().getId(), shared, first ? null : thread);
    }

    /** The message with the button, where it can be replaced: one that only one person sees cannot. */
    private static @Nullable String pressedOn(BlockActionPayload.@Nullable Container container) {
        return container == null || container.isEphemeral() ? null : container.getMessageTs();
    }

    private void remember(Whereabouts where, @Nullable String responseUrl) {
        if (where.channel() != null) {
            responses.remember(
                    where.conversation().address(), where.conversation().person(), responseUrl);
        }
    }

    private static Map<String, String> fields(@Nullable ViewState state) {
        Map<String, String> fields = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((block, inputs) -> {
                ViewState.Value value = inputs.get(Forms.INPUT);
                if (block.startsWith(Forms.FIELD) && value != null && value.getValue() != null) {
                    fields.put(block.substring(Forms.FIELD.length()), value.getValue());
                }
            });
        }
        return fields;
    }

    /** What is shown beside fields that hold more than they may; null where all is well. */
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
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "errors");
        answer.add("errors", errors);
        return answer.toString();
    }

    private static boolean isHome(@Nullable View view) {
        return view != null && "home".equals(view.getType());
    }

    private static BlockActionPayload.@Nullable Action first(@Nullable List<BlockActionPayload.Action> actions) {
        return actions == null || actions.isEmpty() ? null : actions.get(0);
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private Language language(Whereabouts where) {
        return languages.of(where.installation(), where.user());
    }
}
