package org.campaignbot.testkit.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** What Telegram's apps add to the address of a Mini App, signed as Telegram signs it (core.telegram.org/bots/webapps). */
public final class MiniAppData {

    private MiniAppData() {}

    /** The data about a person, signed with a bot's token. */
    public static String signed(Person person, String queryId, Instant at, String token) {
        ObjectNode user = person.json();
        user.remove("is_bot");
        Map<String, String> fields = new TreeMap<>(Map.of(
                "query_id",
                queryId,
                "user",
                user.toString(),
                "auth_date",
                Long.toString(at.getEpochSecond()),
                "signature",
                "made-up_Ed25519"));
        String checked = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
        byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token);
        fields.put("hash", HexFormat.of().formatHex(hmac(secret, checked)));
        return Stream.of("query_id", "user", "auth_date", "signature", "hash")
                .map(name -> name + "=" + encoded(fields.getOrDefault(name, "")))
                .collect(Collectors.joining("&"));
    }

    /** The address that an app opens. */
    static String address(String page, String data) {
        return page + "#tgWebAppData=" + encoded(data)
                + "&tgWebAppVersion=9.1&tgWebAppPlatform=android&tgWebAppThemeParams=%7B%7D";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
