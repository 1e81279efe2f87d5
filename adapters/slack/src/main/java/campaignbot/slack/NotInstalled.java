package campaignbot.slack;

import campaignbot.message.Form;
import campaignbot.slack.Arrival.Aside;
import com.google.gson.JsonObject;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Answers people in a workspace where the bot is not installed, or not any more: they are told so, to them alone, and nothing of what they
 * did is looked at.
 *
 * <p>A bot of one workspace says nothing in others: a request of theirs can only be a mistake of whoever set the app up.
 */
final class NotInstalled {

    private static final Arrival PASSED = Arrival.passed(Counted.UPDATE_WRONG_WORKSPACE);

    private final WebApi api;
    private final @Nullable InstallWords words;

    /**
     * Answers.
     *
     * @param words what is said; null where the bot serves one workspace
     */
    NotInstalled(WebApi api, @Nullable InstallWords words) {
        this.api = api;
        this.words = words;
    }

    /** The answer to the command. */
    Arrival command() {
        return words == null ? PASSED : answered(onlyYou(words).toString());
    }

    /** The answer to a press on a button that is still there. */
    Arrival press(String responseUrl) {
        HttpUrl address = api.responseAddress(responseUrl);
        return words == null || address == null
                ? PASSED
                : Arrival.of(Counted.UPDATE_WRONG_WORKSPACE, new Aside.Respond(address, onlyYou(words)));
    }

    /** The answer to a form that is still open: it stands beside its first field. */
    Arrival form(Form form) {
        if (words == null || form.fields().isEmpty()) {
            return PASSED;
        }
        JsonObject errors = new JsonObject();
        errors.addProperty(Forms.FIELD + form.fields().get(0).name(), words.absent());
        return answered(Forms.errors(errors));
    }

    private static Arrival answered(String json) {
        return Arrival.of(Counted.UPDATE_WRONG_WORKSPACE, new Aside.Answered(json));
    }

    private static JsonObject onlyYou(InstallWords words) {
        JsonObject json = new JsonObject();
        json.addProperty("response_type", "ephemeral");
        json.addProperty("replace_original", false);
        json.addProperty("text", Mrkdwn.escaped(words.absent()));
        return json;
    }
}
