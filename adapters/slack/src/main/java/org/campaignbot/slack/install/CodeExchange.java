package org.campaignbot.slack.install;

import com.google.gson.JsonObject;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;

/**
 * Makes Bolt exchange a code for a token (docs.slack.dev, "oauth.v2.access") through our own calls, which return failures as
 * values.
 *
 * <p>Bolt logs exceptions along with what they quote from an answer. So it never sees one, and of an answer it sees only what an
 * installation needs: nothing about the person who installs the bot.
 */
public final class CodeExchange implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final WebApi api;

    public CodeExchange(WebApi api) {
        this.api = api;
    }

    @Override
    public Response intercept(Chain chain) {
        Request request = chain.request();
        Answer answer = api.relay(request, Objects.requireNonNull(request.body(), "a code is exchanged with a form"));
        JsonObject told = answer instanceof Answer.Done done ? installation(done.json()) : new JsonObject();
        told.addProperty("ok", answer instanceof Answer.Done);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(ResponseBody.create(told.toString(), JSON))
                .build();
    }

    private static JsonObject installation(JsonObject json) {
        JsonObject team = new JsonObject();
        team.addProperty("id", SlackJson.text(SlackJson.in(json, "team"), "id"));
        JsonObject installation = new JsonObject();
        installation.add("team", team);
        installation.addProperty("access_token", SlackJson.text(json, "access_token"));
        installation.addProperty("bot_user_id", SlackJson.text(json, "bot_user_id"));
        return installation;
    }
}
