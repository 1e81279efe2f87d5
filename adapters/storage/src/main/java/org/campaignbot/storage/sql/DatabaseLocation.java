package org.campaignbot.storage.sql;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/** Where a database is: a file in a local folder, or a PostgreSQL server. */
public sealed interface DatabaseLocation {

    /** An SQLite file in this installation's data folder. */
    record Embedded(Path folder) implements DatabaseLocation {
        /** The database's file name in that folder. */
        public static final String FILE = "bot.sqlite";

        public Path file() {
            return folder.resolve(FILE);
        }
    }

    /** A PostgreSQL server; name and password are null if the URL or the server's own settings supply them. */
    record Server(
            String jdbcUrl, @Nullable String user, @Nullable String password) implements DatabaseLocation {
        /** The address without its parameters, which may hold a password. */
        @Override
        public String toString() {
            int parameters = jdbcUrl.indexOf('?');
            return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
        }
    }

    /**
     * The location from the setting {@code DATABASE_URL}, such as {@code jdbc:postgresql://host/db} or
     * {@code postgresql://user:password@host/db}; without it, the folder {@code BOT_DATA}.
     *
     * @throws UnusableDatabase if the setting is neither
     */
    static DatabaseLocation of(@Nullable String databaseUrl, Path dataFolder) throws UnusableDatabase {
        if (databaseUrl == null || databaseUrl.isBlank()) {
            return new Embedded(dataFolder);
        }
        String url = databaseUrl.strip();
        if (url.startsWith("jdbc:postgresql:")) {
            return new Server(url, null, null);
        } else if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return server(url);
        }
        throw new UnusableDatabase("DATABASE_URL must begin with jdbc:postgresql:// or postgresql://, as"
                + " postgresql://user:password@localhost/bot; without it the bot keeps an SQLite file in BOT_DATA.");
    }

    private static Server server(String url) throws UnusableDatabase {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException broken) {
            // Don't repeat the setting or the parser's message: both may contain the password.
            throw new UnusableDatabase(
                    "DATABASE_URL cannot be read as an address. Special characters in the name or password"
                            + " must be written in percent form, as %40 for @.");
        }
        String path = address.getRawPath();
        if (address.getHost() == null || path == null || path.length() < 2) {
            throw new UnusableDatabase(
                    "DATABASE_URL names no host or no database: write postgresql://user:password@host/database.");
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String[] login = address.getRawUserInfo() == null
                ? new String[0]
                : address.getRawUserInfo().split(":", 2);
        return new Server(
                "jdbc:postgresql://" + address.getHost() + port + path + query,
                login.length > 0 ? plain(login[0]) : null,
                login.length > 1 ? plain(login[1]) : null);
    }

    private static String plain(String encoded) {
        // A plus sign is literal in this part of a URL.
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
