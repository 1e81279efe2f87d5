package campaignbot.slack;

import campaignbot.workspace.InstallStates;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.OAuthCallbackRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.OAuthStateService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bolt's states of installations, over ours: one is in a cookie of the browser that began, signed by us, and works once and for ten
 * minutes. Only those that were used are kept.
 *
 * <p>Bolt looks at a state first and uses it up only after Slack has taken the code, so that two requests at once would both pass. Here a
 * state is used up by the look at it, which Bolt takes once a request.
 */
@SuppressWarnings("rawtypes") // Bolt's interface leaves out what kind of request it is.
final class StateCookie implements OAuthStateService {

    private static final String NAME = "slack-install-state";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 18;

    /** Its end in milliseconds, something that nobody can guess, and the signature of both. */
    private static final Pattern STATE = Pattern.compile("([0-9]{1,15})\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final InstallStates states;
    private final InstantSource clock;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    /**
     * States.
     *
     * @param secure whether browsers shall send the cookie by HTTPS alone
     */
    StateCookie(InstallStates states, InstantSource clock, boolean secure) {
        this.states = states;
        this.clock = clock;
        this.secure = secure;
    }

    /** What takes the cookie back. */
    String expired() {
        return cookie("", Duration.ZERO);
    }

    @Override
    public String getSessionCookieName() {
        return NAME;
    }

    @Override
    public long getExpirationInSeconds() {
        return LIFE.toSeconds();
    }

    @Override
    public String issueNewState(Request request, Response response) {
        String state = generateNewStateValue();
        response.getHeaders().put("Set-Cookie", List.of(cookie(state, LIFE)));
        return state;
    }

    @Override
    public String generateNewStateValue() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String signed = clock.instant().plus(LIFE).toEpochMilli()
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return signed + "." + sign(signed);
    }

    private String sign(String text) {
        try {
            return states.sign(text);
        } catch (RuntimeException failure) {
            throw new InstallStoreException(failure);
        }
    }

    @Override
    public void addNewStateToDatastore(String state) {
        // It carries its own proof: whoever only begins installations leaves nothing here.
    }

    @Override
    public boolean isValid(Request request) {
        String state = extractStateFromQueryString(request);
        // Without a code nothing can come of it, and the state stays of use.
        boolean code = request instanceof OAuthCallbackRequest callback
                && callback.getPayload().getCode() != null;
        return code && state != null && isInCookies(state, request) && isAvailableInDatabase(state);
    }

    @Override
    public boolean isAvailableInDatabase(String state) {
        Matcher parts = STATE.matcher(state);
        if (!parts.matches()) {
            return false;
        }
        int end = state.lastIndexOf('.');
        Instant until = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        if (!MessageDigest.isEqual(bytes(state.substring(end + 1)), bytes(sign(state.substring(0, end))))
                || !clock.instant().isBefore(until)) {
            return false;
        }
        try {
            return states.useUp(state, until);
        } catch (RuntimeException failure) {
            throw new InstallStoreException(failure);
        }
    }

    @Override
    public void consume(Request request, Response response) {
        // It was used up when it was looked at, and the pages take the cookie back whatever became of it.
    }

    @Override
    public void deleteStateFromDatastore(String state) {
        // The same.
    }

    private static boolean isInCookies(String state, Request<?> request) {
        List<String> headers = request.getHeaders().getMultipleValues("Cookie");
        return headers != null && headers.stream().anyMatch(header -> isIn(header, state));
    }

    private static boolean isIn(String cookies, String state) {
        for (String each : cookies.split(";", -1)) {
            String cookie = each.strip();
            if (cookie.startsWith(NAME + "=")
                    && MessageDigest.isEqual(bytes(cookie.substring(NAME.length() + 1)), bytes(state))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String cookie(String value, Duration life) {
        // Lax, not Strict: the browser comes back from Slack's site.
        return NAME + "=" + value + "; Max-Age=" + life.toSeconds() + "; Path=/; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
