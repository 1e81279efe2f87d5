package org.campaignbot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The few files that pages load, with names that change when the files do. */
final class Assets {

    private static final int DIGITS = 12;

    private static final Map<String, Asset> ALL = Stream.of(
                    asset("site.css", "text/css; charset=utf-8"),
                    asset("site.js", "text/javascript; charset=utf-8"),
                    asset("console.css", "text/css; charset=utf-8"),
                    asset("console.js", "text/javascript; charset=utf-8"),
                    asset("inside.js", "text/javascript; charset=utf-8"),
                    asset("icon.svg", "image/svg+xml"))
            .collect(Collectors.toUnmodifiableMap(Asset::name, each -> each));

    private record Asset(String name, String served, WebReply reply) {}

    private Assets() {}

    private static Asset asset(String name, String contentType) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            byte[] content = Objects.requireNonNull(in, name).readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            String served = HexFormat.of().formatHex(digest).substring(0, DIGITS) + "." + name;
            WebReply reply =
                    WebReply.of(200, contentType, content).with("Cache-Control", "public, max-age=31536000, immutable");
            return new Asset(name, served, reply);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The address of a file. */
    static String address(String name) {
        return "/assets/" + Objects.requireNonNull(ALL.get(name), name).served();
    }

    /** The answer to a request for a file; empty if there is none of that name. */
    static Optional<WebReply> reply(String served) {
        return ALL.values().stream()
                .filter(each -> each.served().equals(served))
                .findFirst()
                .map(Asset::reply);
    }
}
