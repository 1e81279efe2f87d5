package org.campaignbot.slack.receive;

import com.google.gson.JsonObject;
import okhttp3.HttpUrl;
import org.campaignbot.message.Form;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.receive.SlackArrival.Aside;
import org.jspecify.annotations.Nullable;

/**
 * Answers people in a workspace where the bot isn't installed, or no longer is: only they see it, and what they did isn't looked
 * at.
 *
 * <p>A one-workspace bot says nothing in other workspaces: a request from there can only be a setup mistake.
 */
public final class NotInstalled {

    private static final SlackArrival PASSED = SlackArrival.passed(SlackCount.UPDATE_WRONG_WORKSPACE);

    private final WebApi api;
    private final @Nullable InstallWords words;

    /**
     * Creates the answers.
     *
     * @param words what to say; null if the bot serves one workspace
     */
    public NotInstalled(WebApi api, @Nullable InstallWords words) {
        this.api = api;
        this.words = words;
    }

    /** Answers the command. */
    SlackArrival command() {
        return words == null ? PASSED : answered(onlyYou(words).toString());
    }

    /** Answers a press on a leftover button. */
    SlackArrival press(String responseUrl) {
        HttpUrl address = api.responseAddress(responseUrl);
        return words == null || address == null
                ? PASSED
                : SlackArrival.of(SlackCount.UPDATE_WRONG_WORKSPACE, new Aside.Respond(address, onlyYou(words)));
    }

    /** Answers a form that is still open, beside its first field. */
    SlackArrival form(Form form) {
        if (words == null || form.fields().isEmpty()) {
            return PASSED;
        }
        JsonObject errors = new JsonObject();
        errors.addProperty(Forms.FIELD + form.fields().get(0).name(), words.absent());
        return answered(Forms.errors(errors));
    }

    private static SlackArrival answered(String json) {
        return SlackArrival.of(SlackCount.UPDATE_WRONG_WORKSPACE, new Aside.Answered(json));
    }

    private static JsonObject onlyYou(InstallWords words) {
        JsonObject json = new JsonObject();
        json.addProperty("response_type", "ephemeral");
        json.addProperty("replace_original", false);
        json.addProperty("text", Mrkdwn.escaped(words.absent()));
        return json;
    }
}
