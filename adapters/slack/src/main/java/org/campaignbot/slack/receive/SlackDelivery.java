package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.home.HomeTab;
import org.campaignbot.slack.receive.SlackArrival.Aside;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.update.Update;

/** Carries out what arrived, in the thread that brought it: opens a form first, then commits an update, then shows a tab. */
public final class SlackDelivery {

    private final Consumer<List<Update>> intake;
    private final WebApi api;
    private final Workspaces workspaces;
    private final Forms forms;
    private final HomeTab home;
    private final Counts counts;
    private final Troubles troubles;

    public SlackDelivery(
            Consumer<List<Update>> intake,
            WebApi api,
            Workspaces workspaces,
            Forms forms,
            HomeTab home,
            Counts counts,
            Troubles troubles) {
        this.intake = intake;
        this.api = api;
        this.workspaces = workspaces;
        this.forms = forms;
        this.home = home;
        this.counts = counts;
        this.troubles = troubles;
    }

    /** The answer for Slack: 200 once it's committed or of no use, 503 if it should be redelivered. */
    SlackReply take(SlackArrival slackArrival) {
        if (slackArrival.aside() instanceof Aside.OpenForm open) {
            counts.add(isOpened(open) ? SlackCount.FORM_OPENED : SlackCount.FORM_NOT_OPENED);
            if (slackArrival.update() == null) {
                return SlackReply.OK;
            }
        }
        if (slackArrival.update() != null && !isTaken(slackArrival.update())) {
            counts.add(SlackCount.REQUEST_PUT_OFF);
            return SlackReply.status(503);
        }
        counts.add(slackArrival.counted());
        Aside aside = slackArrival.aside();
        if (aside instanceof Aside.Answered answered) {
            return SlackReply.json(answered.json());
        } else if (aside instanceof Aside.Respond respond) {
            // If this fails, there's no other way to reach that person.
            Answer unused = api.respondQuickly(respond.address(), respond.json());
        } else if (aside instanceof Aside.ShowHome show) {
            home.show(show.own(), show.hash());
        } else if (aside instanceof Aside.Left left) {
            return isLeft(left.team()) ? SlackReply.OK : SlackReply.status(503);
        }
        return SlackReply.OK;
    }

    private boolean isTaken(Update update) {
        try {
            intake.accept(List.of(update));
        } catch (RuntimeException failure) {
            troubles.met(SlackTrouble.INTAKE_FAILS);
            return false;
        }
        troubles.over(SlackTrouble.INTAKE_FAILS);
        return true;
    }

    private boolean isLeft(String team) {
        try {
            workspaces.left(team);
            return true;
        } catch (RuntimeException failure) {
            troubles.met(SlackTrouble.INTAKE_FAILS);
            return false;
        }
    }

    private boolean isOpened(Aside.OpenForm open) {
        JsonObject view = forms.modal(open.form());
        if (view == null) {
            return false;
        }
        Answer answer = api.callQuickly(
                "views.open",
                open.installation().botToken(),
                Map.of("trigger_id", open.trigger(), "view", view.toString()));
        return workspaces.told(open.installation().workspace(), answer) instanceof Answer.Done;
    }
}
