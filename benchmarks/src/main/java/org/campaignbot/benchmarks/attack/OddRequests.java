package org.campaignbot.benchmarks.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** S12, and what withstood the first attack: malformed requests, wrong secrets and signatures, and decompression bombs. */
final class OddRequests implements Attack {

    private static final String EMPTY = "{}";
    private static final List<String> INSIDE = List.of("Exception", "\tat ", "campaignbot", "Tomcat/", "X-Powered-By");
    private static final List<String> METHODS =
            List.of("GET", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "HEAD", "FOO");
    private static final List<String> PATHS = List.of(
            "/",
            "/telegram",
            "/slack/events",
            "/slack/nothing",
            "/health",
            "/manager/html",
            "/..%2f..%2fetc/passwd",
            "/telegram/%00");

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            List<Finding> findings = new ArrayList<>();
            findings.addAll(odd(arena.door()));
            findings.add(secrets(arena.door()));
            findings.add(methods(arena.door()));
            findings.add(bombs(arena));
            return findings;
        }
    }

    private static List<Finding> odd(Door door) {
        Map<String, String> requests = new LinkedHashMap<>();
        String secret = Door.secret(Door.SECRET);
        requests.put("bare LF", Door.post(Door.TELEGRAM, secret, EMPTY).replace("\r\n", "\n"));
        requests.put("a folded header", Door.post(Door.TELEGRAM, "X-Folded: a\r\n b\r\n" + secret, EMPTY));
        requests.put("HTTP/0.9", "GET /health\r\n");
        requests.put("`//telegram`", Door.post("//telegram", secret, EMPTY));
        requests.put("`/telegram;x=y`", Door.post("/telegram;x=y", secret, EMPTY));
        requests.put("`/%74elegram`", Door.post("/%74elegram", secret, EMPTY));
        List<String> taken = new ArrayList<>();
        requests.forEach((what, request) -> {
            Door.Answer answer = door.sends(request, 3_000);
            if (answer.status() == 200 || answer.status() == 9) {
                taken.add(what);
            }
        });
        String page = door.get("/nothing-here", Map.of()).text().toLowerCase(Locale.ROOT);
        String health = door.health().text().toLowerCase(Locale.ROOT);
        boolean html = page.contains("<!doctype html>");
        boolean sniffed = !health.contains("x-content-type-options: nosniff");
        return List.of(
                Finding.of(
                        "S12",
                        "with the right secret: " + String.join(", ", requests.keySet()),
                        "refused",
                        taken.isEmpty() ? requests.size() + " refused" : "taken: " + String.join(", ", taken),
                        taken.isEmpty()),
                Finding.of(
                        "S12",
                        "a page that is not there, and the header of `/health`",
                        "no server's own page; nosniff",
                        (html ? "the server's own page; " : "no server's own page; ")
                                + (sniffed ? "no nosniff" : "nosniff"),
                        !html && !sniffed));
    }

    private static Finding secrets(Door door) {
        List<String> requests = new ArrayList<>();
        for (String wrong : List.of(
                "",
                "a",
                Door.SECRET + "x",
                Door.SECRET.substring(1),
                Door.SECRET.toUpperCase(Locale.ROOT),
                " ".repeat(3),
                "null",
                "A".repeat(7_000))) {
            requests.add(Door.post(Door.TELEGRAM, Door.secret(wrong), EMPTY));
        }
        requests.add(Door.post(Door.EVENTS, "", EMPTY));
        requests.add(Door.post(Door.EVENTS, Door.wrongSignature(), EMPTY));
        requests.add(Door.post(Door.EVENTS, Door.wrongSignature().replace("v0=", "v1="), EMPTY));
        requests.add(
                Door.post(Door.EVENTS, Door.wrongSignature().replaceAll("Timestamp: \\d+", "Timestamp: 1"), EMPTY));
        requests.add(
                Door.post(Door.EVENTS, Door.wrongSignature().replaceAll("Timestamp: \\d+", "Timestamp: x"), EMPTY));
        requests.add(Door.post(Door.EVENTS, "X-Slack-Signature: v0=\r\nX-Slack-Request-Timestamp: -1\r\n", EMPTY));
        requests.add(Door.post("/slack/interactive", Door.wrongSignature(), EMPTY));
        long in = requests.stream()
                .filter(each -> door.sends(each).status() == 200)
                .count();
        return Finding.of(
                "withstood",
                "8 wrong secrets of Telegram, 7 wrong signatures of Slack",
                "0 get in",
                in + " got in",
                in == 0);
    }

    private static Finding methods(Door door) {
        int tried = 0;
        List<String> told = new ArrayList<>();
        for (String method : METHODS) {
            for (String path : PATHS) {
                Door.Answer answer = door.sends(
                        method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", 5_000);
                tried++;
                if ((answer.status() >= 500 && answer.status() != 501)
                        || INSIDE.stream().anyMatch(answer.text()::contains)) {
                    told.add(method + " " + path + ": " + answer.status());
                }
            }
        }
        return Finding.of(
                "withstood",
                tried + " methods and paths",
                "no 500, nothing of what is inside",
                told.isEmpty() ? "none" : told.toString(),
                told.isEmpty());
    }

    private static Finding bombs(Arena arena) throws IOException {
        List<String> bodies = new ArrayList<>();
        bodies.add("[".repeat(100_000));
        bodies.add("{\"a\":".repeat(100_000));
        bodies.add("{\"update_id\":" + "9".repeat(200_000) + "}");
        bodies.add("{\"update_id\":1,\"message\":{\"text\":\"" + "\\ud800".repeat(50_000) + "\"}}");
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 25_000; i++) {
            keys.append('"').append(i % 2 == 0 ? "Aa" : "BB").append(i).append("\":1,");
        }
        bodies.add(keys + "\"update_id\":1}");
        long worst = 0;
        int failed = 0;
        for (String body : bodies) {
            Door.Answer answer = arena.door().telegram(body);
            worst = Math.max(worst, answer.millis());
            failed += answer.status() >= 500 || answer.status() == 0 ? 1 : 0;
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            for (int i = 0; i < 50; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        Door.Answer bomb = arena.door()
                .sends(Door.post(
                        Door.TELEGRAM,
                        Door.secret(Door.SECRET) + "Content-Encoding: gzip\r\n",
                        zipped.toString(StandardCharsets.ISO_8859_1)));
        worst = Math.max(worst, bomb.millis());
        boolean held = arena.isAlive()
                && failed == 0
                && bomb.status() < 500
                && arena.door().telegram().status() == 200;
        return Finding.of(
                "withstood",
                bodies.size()
                        + " bodies (nested 100,000 deep, long numbers, half surrogates, 25,000 keys) and a gzip bomb"
                        + " of 50 MiB",
                "alive, no 500",
                (arena.isAlive() ? "alive" : "ended") + ", " + failed + " by 500, the slowest after " + worst + " ms",
                held);
    }
}
