package org.campaignbot.slack.install;

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
import org.campaignbot.workspace.InstallStates;

/**
 * Implements Bolt's installation states over ours: a state is in a cookie of the browser that began, signed by us, and works once,
 * for ten minutes. We store only used states.
 *
 * <p>Bolt checks a state first and consumes it only after Slack has accepted the code, so two simultaneous requests would both
 * pass. Here the check consumes it, and Bolt checks once per request.
 */
@SuppressWarnings("rawtypes") // Bolt's interface leaves out the request type.
public final class StateCookie implements OAuthStateService {

    private static final String NAME = "slack-install-state";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 18;

    /** Its expiry in milliseconds, a random value, and the signature of both. */
    private static final Pattern STATE = Pattern.compile("([0-9]{1,15})\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final InstallStates states;
    private final InstantSource clock;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates the states.
     *
     * @param secure whether browsers send the cookie only by HTTPS
     */
    public StateCookie(InstallStates states, InstantSource clock, boolean secure) {
        this.states = states;
        this.clock = clock;
        this.secure = secure;
    }

    /** The header that deletes the cookie. */
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
        // The state carries its own proof: just starting installations stores nothing here.
    }

    @Override
    public boolean isValid(Request request) {
        String state = extractStateFromQueryString(request);
        // Without a code it can't succeed, and the state stays usable.
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
        // It was consumed when it was checked, and the pages delete the cookie in any case.
    }

    @Override
    public void deleteStateFromDatastore(String state) {
        // Same here.
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
